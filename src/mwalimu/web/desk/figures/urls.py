from django.urls import path

from mwalimu.web.desk.figures import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/rows/", views.figure_rows, name="figure_rows"),
]

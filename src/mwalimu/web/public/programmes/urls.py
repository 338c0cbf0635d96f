"""/programmes/"""

from django.urls import path

from mwalimu.web.public.programmes import views

urlpatterns = [
    path("programmes/", views.programmes, name="programmes"),
    path("programmes/<str:slug>/", views.programme, name="programme"),
    path("programmes/<str:slug>/figures/", views.figures, name="programme_figures"),
]

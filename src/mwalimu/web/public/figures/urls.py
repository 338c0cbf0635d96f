from django.urls import path

from mwalimu.web.public.figures import views

urlpatterns = [path("figures/", views.figures, name="figures")]

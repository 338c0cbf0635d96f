from django.urls import path

from mwalimu.web.kit import views

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]

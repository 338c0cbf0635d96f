"""/field/scoring/"""

from django.urls import path

from mwalimu.web.field.scoring import views

urlpatterns = [
    path("scoring/", views.scoring, name="scoring"),
    path("scoring/<uuid:uuid>/", views.score, name="score"),
    path("scoring/minutes/<uuid:uuid>/", views.minutes, name="panel_minutes"),
    path("scoring/minutes/<uuid:uuid>/sign/", views.sign, name="minutes_sign"),
]

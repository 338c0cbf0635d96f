"""/field/scoring/, /field/slots/, /field/minutes/"""

from django.urls import path

from mwalimu.web.field.scoring import views

urlpatterns = [
    path("scoring/", views.scoring, name="scoring"),
    path("slots/<uuid:uuid>/", views.score, name="score"),
    path("minutes/<uuid:uuid>/", views.minutes, name="panel_minutes"),
    path("minutes/<uuid:uuid>/sign/", views.sign, name="minutes_sign"),
]

"""/field/missions/"""

from django.urls import path

from mwalimu.web.field.missions import views

urlpatterns = [
    path("missions/<uuid:uuid>/", views.mission, name="mission"),
]

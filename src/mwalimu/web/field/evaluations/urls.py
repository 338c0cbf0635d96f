"""/field/sessions/<uuid>/evaluation/"""

from django.urls import path

from mwalimu.web.field.evaluations import views

urlpatterns = [
    path("sessions/<uuid:uuid>/evaluation/", views.evaluation, name="evaluation"),
]

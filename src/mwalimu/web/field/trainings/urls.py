"""/field/trainings/"""

from django.urls import path

from mwalimu.web.field.trainings import views

urlpatterns = [
    path("trainings/", views.trainings, name="trainings"),
    path("trainings/new/", views.training_new, name="training_new"),
    path("trainings/<uuid:uuid>/", views.training, name="training"),
    path("trainings/<uuid:uuid>/edit/", views.training_edit, name="training_edit"),
    path("trainings/<uuid:uuid>/submit/", views.submit, name="training_submit"),
    path("trainings/<uuid:uuid>/verify/", views.verify, name="training_verify"),
    path("trainings/<uuid:uuid>/return/", views.send_back, name="training_return"),
    path("trainings/<uuid:uuid>/correct/", views.correct, name="training_correct"),
    path("trainings/<uuid:uuid>/drop/", views.drop, name="training_drop"),
    path("trainings/<uuid:uuid>/void/", views.void, name="training_void"),
]

"""/field/assignments/"""

from django.urls import path

from mwalimu.web.field.assignments import views

urlpatterns = [
    path("assignments/", views.assignments, name="assignments"),
    path("assignments/<uuid:uuid>/", views.assignment, name="assignment"),
    path("reviews/<uuid:uuid>/", views.review, name="review"),
]

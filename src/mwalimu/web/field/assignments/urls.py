"""/field/assignments/"""

from django.urls import path

from mwalimu.web.field.assignments import views

urlpatterns = [
    path("assignments/", views.assignments, name="assignments"),
    path("assignments/<uuid:uuid>/", views.assignment, name="assignment"),
    path("assignments/reviews/<uuid:uuid>/", views.review, name="review"),
]

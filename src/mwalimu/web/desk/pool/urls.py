"""/desk/pool/, /desk/cohorts/CODE/floors/"""

from django.urls import path

from mwalimu.web.desk.pool import floors, views

urlpatterns = [
    path("pool/", views.pool, name="pool"),
    path("pool/floors/", floors.floors, name="floors"),
    path("pool/<uuid:uuid>/", views.trainer, name="trainer"),
    path("cohorts/<str:code>/floors/", floors.cohort_floors, name="cohort_floors"),
]

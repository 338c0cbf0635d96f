"""/desk/programmes/"""

from django.urls import path

from mwalimu.web.desk.programmes import events, programmes, projects

HERE = "programmes/<str:slug>/"

urlpatterns = [
    path("programmes/", projects.programmes, name="programmes"),
    path("projects/new/", projects.project_new, name="project_new"),
    path("projects/<str:slug>/edit/", projects.project_edit, name="project_edit"),
    path("programmes/new/", programmes.programme_new, name="programme_new"),
    path(f"{HERE}edit/", programmes.programme_edit, name="programme_edit"),
    path(f"{HERE}cohorts/new/", programmes.cohort_new, name="cohort_new"),
    path(f"{HERE}cohorts/<str:code>/edit/", programmes.cohort_edit, name="cohort_edit"),
    path(f"{HERE}groups/new/", programmes.group_new, name="group_new"),
    path(f"{HERE}groups/<str:code>/edit/", programmes.group_edit, name="group_edit"),
    path(f"{HERE}members/new/", programmes.membership_new, name="membership_new"),
    path(
        f"{HERE}members/<int:key>/edit/",
        programmes.membership_edit,
        name="membership_edit",
    ),
    path(f"{HERE}sessions/new/", events.session_new, name="session_new"),
    path(f"{HERE}activities/new/", events.activity_new, name="activity_new"),
    path("sessions/<uuid:uuid>/edit/", events.session_edit, name="session_edit"),
    path("activities/<uuid:uuid>/edit/", events.activity_edit, name="activity_edit"),
]

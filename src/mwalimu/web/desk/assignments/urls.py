"""/desk/cohorts/<code>/assignments/, /desk/assignments/, /desk/submissions/"""

from django.urls import path

from mwalimu.web.desk.assignments import pages, setting, submissions

COHORT = "cohorts/<str:code>/assignments/"
HERE = "assignments/<uuid:uuid>/"
WORK = "submissions/<uuid:uuid>/"

urlpatterns = [
    path(COHORT, pages.assignments, name="assignments"),
    path(f"{COHORT}new/", setting.new, name="assignment_new"),
    path(HERE, pages.assignment, name="assignment"),
    path(f"{HERE}edit/", setting.edit, name="assignment_edit"),
    path(f"{HERE}open/", setting.open_it, name="assignment_open"),
    path(f"{HERE}close/", setting.close_it, name="assignment_close"),
    path(f"{HERE}drop/", setting.drop_it, name="assignment_drop"),
    path(f"{HERE}people/<uuid:person>/", submissions.hand_in, name="hand_in"),
    path(WORK, submissions.submission, name="submission"),
    path(f"{WORK}review/", submissions.review, name="review"),
    path(f"{WORK}decide/", submissions.settle, name="submission_decide"),
    path(f"{WORK}more/", submissions.one_more, name="submission_more"),
]

"""/desk/sessions/<uuid>/evaluation/"""

from django.urls import path

from mwalimu.web.desk.evaluations import decisions, evaluation, planning

HERE = "sessions/<uuid:uuid>/evaluation/"
DECISION = f"{HERE}decisions/<uuid:decision>/"

urlpatterns = [
    path(HERE, evaluation.evaluation, name="session_evaluation"),
    path(f"{HERE}open/", evaluation.start, name="evaluation_open"),
    path(f"{HERE}days/", evaluation.days, name="evaluation_days"),
    path(f"{HERE}close/", evaluation.close, name="evaluation_close"),
    path(f"{HERE}take-back/", evaluation.take_back, name="evaluation_take_back"),
    path(f"{HERE}decisions/new/", decisions.new, name="session_decision_new"),
    path(f"{DECISION}edit/", decisions.edit, name="session_decision_edit"),
    path(f"{DECISION}settle/", decisions.settle, name="session_decision_settle"),
    path(f"{DECISION}reopen/", decisions.reopen, name="session_decision_reopen"),
    path(f"{DECISION}activity/", planning.activity, name="decision_activity"),
    path(f"{DECISION}session/", planning.session, name="decision_session"),
]

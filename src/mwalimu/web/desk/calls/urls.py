"""/desk/calls/ and /desk/nominations/"""

from django.urls import path

from mwalimu.web.desk.calls import calls, deciding, files, names, running, scoring

CALL = "calls/<uuid:uuid>/"
NAME = "nominations/<uuid:uuid>/"

urlpatterns = [
    path("cohorts/<str:code>/calls/", calls.listing, name="calls"),
    path("cohorts/<str:code>/calls/new/", calls.new, name="call_new"),
    path(CALL, calls.page, name="call"),
    path(f"{CALL}edit/", calls.edit, name="call_edit"),
    path(f"{CALL}open/", running.opening, name="call_open"),
    path(f"{CALL}conclude/", running.conclusion, name="call_conclude"),
    path(f"{CALL}<str:member>/reopen/", running.reopening, name="call_reopen"),
    path(f"{CALL}<str:member>/nominate/", names.new, name="nomination_new"),
    path("nominations/", names.listing, name="nominations"),
    path(NAME, names.page, name="nomination"),
    path(f"{NAME}edit/", names.edit, name="nomination_edit"),
    path(f"{NAME}submit/", names.submission, name="nomination_submit"),
    path(f"{NAME}withdraw/", names.withdrawal, name="nomination_withdraw"),
    path(f"{NAME}files/", files.attachment, name="nomination_attach"),
    path(f"{NAME}score/", scoring.score, name="nomination_score"),
    path(f"{NAME}accept/", deciding.acceptance, name="nomination_accept"),
    path(f"{NAME}another/", deciding.another, name="nomination_another"),
    path("nomination-files/<uuid:uuid>/", files.download, name="nomination_file"),
    path(
        "nomination-files/<uuid:uuid>/remove/", files.removal, name="nomination_detach"
    ),
]

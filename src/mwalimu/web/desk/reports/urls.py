"""/desk/sessions/.../report/"""

from django.urls import path

from mwalimu.web.desk.reports import clearing, pages, versions

HERE = "sessions/<uuid:uuid>/report/"
VERSION = f"{HERE}<uuid:version>/"

urlpatterns = [
    path(HERE, pages.report, name="session_report"),
    path(f"{HERE}draft/", versions.draft, name="report_draft"),
    path(f"{HERE}upload/", versions.upload, name="report_upload"),
    path(f"{VERSION}file/", versions.file, name="report_file"),
    path(f"{VERSION}drop/", versions.drop, name="report_drop"),
    path(f"{VERSION}send/", clearing.send, name="report_send"),
    path(f"{VERSION}final/", clearing.final, name="report_final"),
    path(
        f"{HERE}answers/<uuid:clearance>/",
        clearing.answer_one,
        name="report_answer",
    ),
]

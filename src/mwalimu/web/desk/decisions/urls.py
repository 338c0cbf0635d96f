"""/desk/cohorts/CODE/decisions/, /desk/cohorts/CODE/waivers/, /desk/decisions/UUID/"""

from django.urls import path

from mwalimu.web.desk.decisions import kept, pages, waivers

COHORT = "cohorts/<str:code>/"

urlpatterns = [
    path(f"{COHORT}decisions/", pages.decisions, name="decisions"),
    path(f"{COHORT}waivers/", waivers.waivers, name="waivers"),
    path(
        f"{COHORT}waivers/<uuid:uuid>/withdraw/",
        waivers.withdraw,
        name="waiver_withdraw",
    ),
    path("decisions/<uuid:uuid>/", kept.decision, name="decision"),
]

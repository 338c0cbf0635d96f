"""/desk/awards/UUID/"""

from django.urls import path

from mwalimu.web.desk.awards import pages, terms

AWARD = "awards/<uuid:uuid>/"

urlpatterns = [
    path(AWARD, pages.award, name="award"),
    path(f"{AWARD}suspend/", terms.suspend, name="award_suspend"),
    path(f"{AWARD}resume/", terms.resume, name="award_resume"),
    path(f"{AWARD}renew/", terms.renew, name="award_renew"),
    path(f"{AWARD}revoke/", terms.revoke, name="award_revoke"),
]

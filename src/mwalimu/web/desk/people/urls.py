from django.urls import path

from mwalimu.web.desk.people import (
    accounts,
    audit,
    awards,
    details,
    mine,
    people,
    roles,
)

urlpatterns = [
    # /desk/people/
    path("people/", people.listing, name="people"),
    path("people/new/", people.new, name="person_new"),
    path("people/invite/", accounts.invite_new, name="invite"),
    path("people/<uuid:uuid>/", people.person, name="person"),
    path("people/<uuid:uuid>/edit/", people.edit, name="person_edit"),
    path("people/<uuid:uuid>/erase/", people.erase, name="person_erase"),
    path("people/<uuid:uuid>/work/", details.work, name="person_work"),
    path(
        "people/<uuid:uuid>/work/<int:key>/end/",
        details.end_work,
        name="person_work_end",
    ),
    path("people/<uuid:uuid>/languages/", details.languages, name="person_languages"),
    path("people/<uuid:uuid>/contacts/", details.contacts, name="person_contacts"),
    path("people/<uuid:uuid>/consents/", details.consents, name="person_consents"),
    path("people/<uuid:uuid>/invite/", accounts.invite_person, name="person_invite"),
    path("people/<uuid:uuid>/account/", accounts.account, name="person_account"),
    path("people/<uuid:uuid>/role/", roles.new, name="role_new"),
    path("people/<uuid:uuid>/award/", awards.new, name="award_new"),
    # /desk/roles/ and /desk/awards/
    path("roles/<uuid:uuid>/end/", roles.end, name="role_end"),
    path("roles/<uuid:uuid>/hand-over/", roles.hand_over_to, name="role_hand_over"),
    path("awards/<uuid:uuid>/end/", awards.end, name="award_end"),
    # what the project team watches
    path("audit/", audit.trail, name="audit"),
    path("outbox/", audit.mails, name="outbox"),
    # /desk/my-data/
    path("my-data/", mine.data, name="my_data"),
    path("my-data/download/", mine.download, name="my_data_download"),
    path("my-data/language/", mine.language, name="my_language"),
    path("my-data/consents/", mine.consents, name="my_consents"),
    path("whose-data/", mine.whose_data, name="whose_data"),
]

"""/desk/letters/, and the letters of a cohort and of a session"""

from django.urls import path

from mwalimu.web.desk.letters import lists, pages, texts

urlpatterns = [
    path("letters/", lists.letters, name="letters"),
    path("letters/write/", pages.write, name="letters_write"),
    path("letters/issue/", pages.issue, name="letters_issue"),
    path("letters/receive/", pages.receive, name="letter_receive"),
    path("letters/texts/", texts.texts, name="letter_texts"),
    path("letters/texts/<slug:kind>/<slug:language>/", texts.text, name="letter_text"),
    path("letters/layout/", texts.layout, name="letter_layout"),
    path("letters/layout/download/", texts.layout_file, name="letter_layout_file"),
    path("letters/<uuid:uuid>/", pages.letter, name="letter"),
    path("letters/<uuid:uuid>/edit/", pages.edit, name="letter_edit"),
    path("letters/<uuid:uuid>/drop/", pages.drop, name="letter_drop"),
    path("letters/<uuid:uuid>/withdraw/", pages.withdraw, name="letter_withdraw"),
    path("letters/<uuid:uuid>/file/", pages.file, name="letter_file"),
    path("cohorts/<str:code>/letters/", lists.of_cohort, name="cohort_letters"),
    path("sessions/<uuid:uuid>/letters/", lists.of_session, name="session_letters"),
]

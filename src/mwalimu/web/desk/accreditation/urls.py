"""/desk/accreditation/"""

from django.urls import path

from mwalimu.web.desk.accreditation import (
    board,
    missions,
    opening,
    pages,
    screening,
    terms,
    types,
    workshops,
)

ALL = "accreditation/"
ONE = "accreditation/<uuid:uuid>/"
WORKSHOPS = "accreditation/workshops/"
TYPES, FIELDS = "accreditation/types/", "accreditation/fields/"
PERSON = "people/<uuid:uuid>/accreditation/"

urlpatterns = [
    # the board, and what is done with many
    path(ALL, board.board, name="accreditation"),
    path(f"{ALL}propose/", opening.from_pool, name="accreditation_propose"),
    path(f"{ALL}screening/", screening.screening, name="accreditation_screening"),
    path(WORKSHOPS, workshops.listing, name="expert_workshops"),
    path(f"{WORKSHOPS}new/", workshops.new, name="expert_workshop_new"),
    path(f"{WORKSHOPS}<uuid:uuid>/", workshops.workshop, name="expert_workshop"),
    # types and fields
    path(TYPES, types.listing, name="expert_types"),
    path(f"{TYPES}new/", types.type_new, name="expert_type_new"),
    path(f"{TYPES}<str:code>/", types.type_edit, name="expert_type"),
    path(f"{FIELDS}new/", types.field_new, name="expert_field_new"),
    path(f"{FIELDS}<str:code>/", types.field_edit, name="expert_field"),
    # from a person
    path(f"{PERSON}propose/", opening.start, name="accreditation_start"),
    path(f"{PERSON}take-over/", opening.older, name="accreditation_take_over"),
    # one path
    path(ONE, pages.path, name="accreditation_path"),
    path(f"{ONE}mission/", missions.plan, name="accreditation_mission"),
    path(f"{ONE}mission/call-off/", missions.call_off, name="accreditation_call_off"),
    path(f"{ONE}mission/assess/", missions.assess, name="accreditation_assess"),
    path(f"{ONE}mission/conclude/", missions.conclude, name="accreditation_conclude"),
    path(f"{ONE}suspend/", terms.suspend, name="accreditation_suspend"),
    path(f"{ONE}resume/", terms.resume, name="accreditation_resume"),
    path(f"{ONE}withdraw/", terms.withdraw, name="accreditation_withdraw"),
    path(f"{ONE}end/", terms.end, name="accreditation_end"),
    path(f"{ONE}convert/", terms.conversion, name="accreditation_convert"),
    path(f"{ONE}take-back/", terms.back, name="accreditation_take_back"),
    path(f"{ALL}papers/<uuid:uuid>/", pages.paper, name="accreditation_paper"),
]

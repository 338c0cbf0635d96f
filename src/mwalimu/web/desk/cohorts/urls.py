"""/desk/cohorts/"""

from django.urls import path

from mwalimu.web.desk.cohorts import cohorts, ending, holding, seats

HERE = "cohorts/<str:code>/"
SEAT = f"{HERE}seats/<uuid:uuid>/"
HELD = f"{HERE}held/<uuid:uuid>/"

urlpatterns = [
    path("cohorts/", cohorts.listing, name="cohorts"),
    path(HERE, cohorts.overview, name="cohort"),
    path(f"{HERE}seats/", seats.board, name="cohort_seats"),
    path(f"{HERE}seats/plan/", seats.plan, name="seats_plan"),
    path(f"{HERE}seats/complete/", ending.complete_all, name="seats_complete"),
    path(SEAT, seats.seat, name="seat"),
    path(f"{SEAT}fill/", holding.fill, name="seat_fill"),
    path(f"{HELD}replace/", holding.replacement, name="holding_replace"),
    path(f"{HELD}transfer/", holding.to_other_seat, name="holding_transfer"),
    path(f"{HELD}resume/", holding.back, name="holding_resume"),
    path(f"{HELD}withdraw/", ending.withdrawal, name="holding_withdraw"),
    path(f"{HELD}defer/", ending.deferral, name="holding_defer"),
    path(f"{HELD}complete/", ending.completion, name="holding_complete"),
    path(f"{HELD}correct/", ending.correction, name="holding_correct"),
    path(f"{HELD}reopen/", ending.reopening, name="holding_reopen"),
    path(f"{HELD}undo/", ending.undoing, name="holding_undo"),
]

"""/desk/sessions/<uuid>/demo-slots/, /desk/slots/, /desk/minutes/"""

from django.urls import path

from mwalimu.web.desk.demos import minutes, planning, slots

SESSION = "sessions/<uuid:uuid>/"
SLOT = "slots/<uuid:uuid>/"
MINUTES = "minutes/<uuid:uuid>/"

urlpatterns = [
    path(f"{SESSION}demo-slots/", planning.schedule, name="demo_slots"),
    path(f"{SESSION}demo-slots/plan/", planning.plan, name="demo_plan"),
    path(f"{SESSION}demo-slots/assessors/", planning.assessors, name="demo_assessors"),
    path(f"{SESSION}demo-slots/swap/", planning.swap, name="demo_swap"),
    path(SLOT, slots.slot, name="demo_slot"),
    path(f"{SLOT}edit/", slots.edit, name="demo_edit"),
    path(f"{SLOT}assessors/", slots.assessors, name="demo_slot_assessors"),
    path(f"{SLOT}move/", slots.move, name="demo_move"),
    path(f"{SLOT}drop/", slots.drop, name="demo_drop"),
    path(f"{SESSION}minutes/", minutes.begin, name="panel_begin"),
    path(MINUTES, minutes.page, name="panel_minutes"),
    path(f"{MINUTES}close/", minutes.close, name="minutes_close"),
    path(f"{MINUTES}reopen/", minutes.reopen, name="minutes_reopen"),
    path(f"{MINUTES}drop/", minutes.drop, name="minutes_drop"),
    path(f"{MINUTES}correct/", minutes.correct, name="minutes_correct"),
    path(f"{MINUTES}sign/", minutes.sign, name="minutes_sign"),
]

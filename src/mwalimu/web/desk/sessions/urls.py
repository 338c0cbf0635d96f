"""/desk/sessions/"""

from django.urls import path

from mwalimu.web.desk.sessions import (
    agenda,
    attendance,
    days,
    listing,
    overview,
    people,
    plans,
    sheet,
)

HERE = "sessions/<uuid:uuid>/"

urlpatterns = [
    path("sessions/", listing.sessions, name="sessions"),
    path(HERE, overview.session, name="session"),
    path(f"{HERE}days/", days.days, name="session_days"),
    path(f"{HERE}move/", plans.move, name="session_move"),
    path(f"{HERE}cancel/", plans.cancel, name="session_cancel"),
    path(f"{HERE}reinstate/", plans.reinstate, name="session_reinstate"),
    path(f"{HERE}invite/", plans.invite, name="session_invite"),
    path(f"{HERE}agenda/", agenda.agenda, name="session_agenda"),
    path(f"{HERE}agenda/new/", agenda.item_new, name="agenda_item_new"),
    path(f"{HERE}agenda/<uuid:item>/edit/", agenda.item_edit, name="agenda_item_edit"),
    path(
        f"{HERE}agenda/<uuid:item>/remove/",
        agenda.item_remove,
        name="agenda_item_remove",
    ),
    path(f"{HERE}papers/new/", agenda.paper_new, name="paper_new"),
    path(f"{HERE}papers/<uuid:paper>/", agenda.paper, name="paper"),
    path(f"{HERE}papers/<uuid:paper>/edit/", agenda.paper_change, name="paper_change"),
    path(f"{HERE}people/", people.people, name="session_people"),
    path(f"{HERE}people/guests/new/", people.guest_new, name="session_guest_new"),
    path(
        f"{HERE}people/guests/<uuid:person>/remove/",
        people.guest_remove,
        name="session_guest_remove",
    ),
    path(f"{HERE}people/experts/new/", people.expert_new, name="session_expert_new"),
    path(
        f"{HERE}people/experts/<uuid:expert>/remove/",
        people.expert_remove,
        name="session_expert_remove",
    ),
    path(f"{HERE}attendance/", attendance.attendance, name="session_attendance"),
    path(f"{HERE}attendance/take/", attendance.take, name="session_take"),
    path(f"{HERE}attendance/grid/", attendance.grid, name="session_grid"),
    path(f"{HERE}attendance/sheet.pdf", sheet.sheet, name="session_sheet"),
]

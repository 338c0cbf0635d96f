"""/desk/sessions/"""

from django.urls import path

from mwalimu.web.desk.sessions import attendance, days, listing, overview, people, sheet

HERE = "sessions/<uuid:uuid>/"

urlpatterns = [
    path("sessions/", listing.sessions, name="sessions"),
    path(HERE, overview.session, name="session"),
    path(f"{HERE}days/", days.days, name="session_days"),
    path(f"{HERE}people/", people.people, name="session_people"),
    path(f"{HERE}people/guests/new/", people.guest_new, name="session_guest_new"),
    path(
        f"{HERE}people/guests/<uuid:person>/remove/",
        people.guest_remove,
        name="session_guest_remove",
    ),
    path(f"{HERE}attendance/", attendance.attendance, name="session_attendance"),
    path(f"{HERE}attendance/take/", attendance.take, name="session_take"),
    path(f"{HERE}attendance/grid/", attendance.grid, name="session_grid"),
    path(f"{HERE}attendance/sheet.pdf", sheet.sheet, name="session_sheet"),
]

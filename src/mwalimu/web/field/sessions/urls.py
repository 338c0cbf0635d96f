"""/field/sessions/"""

from django.urls import path

from mwalimu.web.field.sessions import views

HERE = "sessions/<uuid:uuid>/"

urlpatterns = [
    path("sessions/", views.sessions, name="sessions"),
    path(HERE, views.session, name="session"),
    path(f"{HERE}answer/", views.answer, name="session_answer"),
    path(f"{HERE}passport/", views.passport, name="session_passport"),
    path(f"{HERE}session.ics", views.calendar, name="session_calendar"),
    path(f"{HERE}papers/<uuid:paper>/", views.paper, name="paper"),
]

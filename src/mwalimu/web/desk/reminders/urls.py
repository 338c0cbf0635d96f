"""/desk/reminders/"""

from django.urls import path

from mwalimu.web.desk.reminders import views

urlpatterns = [
    path("reminders/", views.reminders, name="reminders"),
    path("reminders/put-off/", views.put_off_one, name="reminder_put_off"),
    path("reminders/bring-back/", views.bring_back_one, name="reminder_bring_back"),
    path("reminders/mute/", views.mute_kind, name="reminder_mute"),
    path("reminders/unmute/", views.unmute_kind, name="reminder_unmute"),
    path("reminders/mail/", views.mail, name="reminder_mail"),
]

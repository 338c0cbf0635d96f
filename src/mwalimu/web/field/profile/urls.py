"""/field/profile/"""

from django.urls import path

from mwalimu.web.field.profile import views

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/shown/", views.shown, name="profile_shown"),
    path("profile/days/", views.days, name="profile_days"),
    path("profile/days/<uuid:uuid>/remove/", views.remove, name="profile_days_remove"),
]

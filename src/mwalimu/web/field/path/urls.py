"""/field/path/"""

from django.urls import path

from mwalimu.web.field.path import views

urlpatterns = [
    path("path/", views.path, name="path"),
    path("path/<str:code>/why/<str:requirement>/", views.why, name="why"),
]

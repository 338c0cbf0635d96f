from django.urls import path

from mwalimu.web.kit import uploads, views
from mwalimu.web.kit.demos.minutes import minutes_pdf
from mwalimu.web.kit.work.files import submission_file

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("uploads/", uploads.start, name="upload_start"),
    path("uploads/<uuid:uuid>/", uploads.state, name="upload_state"),
    path("uploads/<uuid:uuid>/<int:offset>/", uploads.piece, name="upload_piece"),
    path("uploads/<uuid:uuid>/finish/", uploads.finish, name="upload_finish"),
    path("uploads/<uuid:uuid>/drop/", uploads.drop, name="upload_drop"),
    path("work/<uuid:uuid>/", submission_file, name="submission_file"),
    path("minutes/<uuid:uuid>/pdf/", minutes_pdf, name="minutes_pdf"),
]

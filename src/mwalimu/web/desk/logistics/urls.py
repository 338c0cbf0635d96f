"""/desk/sessions/.../logistics/"""

from django.urls import path

from mwalimu.web.desk.logistics import board, cells, deadlines, lists, missing

HERE = "sessions/<uuid:uuid>/logistics/"

urlpatterns = [
    path(HERE, board.board, name="session_logistics"),
    path(f"{HERE}set/", board.set_steps, name="logistics_set"),
    path(f"{HERE}deadlines/", deadlines.deadlines, name="logistics_deadlines"),
    path(f"{HERE}missing/", missing.missing, name="logistics_missing"),
    path(f"{HERE}lists/<slug:kind>/", lists.listing, name="logistics_list"),
    path(f"{HERE}lists/<slug:kind>.csv", lists.file, name="logistics_file"),
    path(f"{HERE}<uuid:who>/clear/", cells.clear, name="logistics_clear"),
    path(f"{HERE}<uuid:who>/<slug:step>/", cells.cell, name="logistics_cell"),
]

"""/desk/board/, /desk/cohorts/CODE/board/, /desk/people/UUID/path/"""

from django.urls import path

from mwalimu.web.desk.board import views, why

HERE = "cohorts/<str:code>/board/"

urlpatterns = [
    path("board/", views.boards, name="boards"),
    path("board/file/", views.boards_file, name="boards_file"),
    path(HERE, views.board, name="board"),
    path(f"{HERE}file/", views.board_file, name="board_file"),
    path(f"{HERE}<uuid:uuid>/why/<str:requirement>/", why.why, name="board_why"),
    path("people/<uuid:uuid>/path/", why.path, name="path"),
]

"""/desk/standards/ and /desk/cohorts/CODE/standard/"""

from django.urls import path

from mwalimu.web.desk.standards import editing, following, lines, reading

HERE = "standards/<str:code>/"
EDITION = f"{HERE}<int:number>/"

urlpatterns = [
    path("standards/", reading.standards, name="standards"),
    path("standards/new/", editing.standard_new, name="standard_new"),
    path(f"{HERE}draft/", editing.draft, name="standard_draft"),
    path(f"{HERE}compare/", reading.compare, name="standard_compare"),
    path(EDITION, reading.edition, name="edition"),
    path(f"{EDITION}edit/", editing.edit, name="edition_edit"),
    path(f"{EDITION}in-force/", editing.in_force, name="edition_in_force"),
    path(f"{EDITION}discard/", editing.discard, name="edition_discard"),
    path(f"{EDITION}lines/new/<str:kind>/", lines.new, name="line_new"),
    path(f"{EDITION}lines/<str:line>/edit/", lines.edit, name="line_edit"),
    path(f"{EDITION}lines/<str:line>/move/", lines.move, name="line_move"),
    path(f"{EDITION}lines/<str:line>/remove/", lines.remove, name="line_remove"),
    path("cohorts/<str:code>/standard/", following.standard, name="cohort_standard"),
]

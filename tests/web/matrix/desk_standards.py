"""Rows of the access matrix: standards are read by whoever is signed in."""

from datetime import date

from mwalimu.qualification.models import RequirementLine, Standard, StandardEdition
from tests.cast import AT
from tests.web.matrix import SIGNED_IN, Row
from tests.web.matrix.desk_programmes import cohort

TEAM, NOBODY = frozenset({"team"}), frozenset()
LINE = {"code": "NEW", "name_en": "New", "amount": "80", "more": "WG1", "assumed": "on"}


def edition(world, number=1, state="in_force"):
    standard, _ = Standard.objects.get_or_create(code="MT", names={"en": "Standard"})
    row, new = StandardEdition.objects.get_or_create(
        standard=standard,
        number=number,
        defaults={
            "state": state,
            "valid_from": date(2020, 1, 1) if state == "in_force" else None,
            "created_at": AT,
            "created_by": world.system,
        },
    )
    if new:
        RequirementLine.objects.create(
            edition=row,
            position=1,
            code="WG1",
            kind="attendance",
            amount="0.8",
            subjects=["WG1"],
        )
    return row


def in_force(world):
    return {"code": edition(world).standard.code, "number": 1}


def standard(world):
    return {"code": edition(world).standard.code}


def draft(world):
    return {"code": edition(world, 2, "draft").standard.code, "number": 2}


def line(world):
    return {**draft(world), "line": "WG1"}


def kind(world):
    return {**draft(world), "kind": "attendance"}


ROWS: dict[str, Row] = {
    "desk:standards": Row(SIGNED_IN, writes=NOBODY),
    "desk:standard_new": Row(TEAM, form={"code": "NEW", "name_en": "New"}),
    "desk:standard_draft": Row(TEAM, standard),
    "desk:standard_compare": Row(NOBODY, standard),  # 404 without two numbers
    "desk:edition": Row(SIGNED_IN, in_force, writes=NOBODY),
    "desk:edition_edit": Row(TEAM, draft, form={"validity_months": "12"}),
    "desk:edition_in_force": Row(TEAM, draft, form={"valid_from": "2024-01-01"}),
    "desk:edition_discard": Row(TEAM, draft),
    "desk:line_new": Row(TEAM, kind, form=LINE),
    "desk:line_edit": Row(TEAM, line, form=LINE),
    "desk:line_move": Row(TEAM, line, form={"to": "up"}),
    "desk:line_remove": Row(TEAM, line),
    "desk:cohort_standard": Row(
        TEAM,
        lambda world: {"code": cohort(world)["code"]},
        form={"edition": "x", "since": "2024-01-01"},
    ),
}

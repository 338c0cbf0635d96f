"""The pages on roles and on personal data say what the code does."""

from datetime import date
from pathlib import Path

import pytest

from mwalimu.people.engine.holdings import BASES, KINDS
from mwalimu.people.models import DERIVED_ROLES, Role
from mwalimu.people.permissions import may_edit, may_erase, may_give_role, may_invite
from mwalimu.qualification.operations import AwardEntry, award_many
from mwalimu.qualification.permissions import may_award, persons_visible_to
from mwalimu.reference.queries import members_to_choose
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, make_person

DOCS = Path(__file__).resolve().parents[2] / "docs"
COLUMNS = {
    "team": "project team",
    "head": "head of Customs",
    "kenya_coordinator": "coordinator",
    "kenya_deputy": "deputy",
    "kenya_registrar": "registrar",
    "kenya_trainer": "Master Trainer",
    "kenya_organiser": "host organiser",
    "assessor": "assessor",
    "regional_office": "regional office",
    "reader": "reader",
}


def acts(viewer, officer, trainer, kenya):
    """What somebody of Kenya, or of no Member, may do about Kenya."""
    readable = set(persons_visible_to(viewer))
    return {
        "read the names of trainees of the Member": officer in readable,
        "read the names of its Master Trainers": trainer in readable,
        "record and correct them": may_edit(viewer, trainer),
        "open and close their accounts": trainer in readable
        and may_invite(viewer, trainer),
        "give and end registrar, deputy, host organiser": may_give_role(
            viewer, Role.REGISTRAR, kenya.pk
        ),
        "give and end every other role": may_give_role(
            viewer, Role.COORDINATOR, kenya.pk
        ),
        "record and end awards": may_award(viewer),
        "forget a trainee": officer in readable and may_erase(viewer, officer),
        "read the audit trail and the outbox": viewer.is_project_team,
        "see and download what is held on themselves": viewer.is_signed_in,
    }


@pytest.fixture
def table(request, system, kenya, topics):
    """The table of docs/reference/roles.md as the code answers it."""
    officer = make_person("Kenya Officer", system, kenya)
    trainer = make_person("Kenya Teacher", system, kenya)
    entry = AwardEntry(trainer, topics["CV"], kenya, date(2020, 1, 1))
    award_many([entry], by=system, at=AT)
    people = [request.getfixturevalue(name) for name in COLUMNS]
    viewers = [viewer_of(somebody.account, AT.date()) for somebody in people]
    columns = [acts(viewer, officer, trainer, kenya) for viewer in viewers]
    lines = [f"| | {' | '.join(COLUMNS.values())} |", f"|---{'|---' * len(COLUMNS)}|"]
    for act in columns[0]:
        marks = " | ".join("yes" if column[act] else "–" for column in columns)
        lines.append(f"| {act} | {marks} |")
    return "\n".join(lines)


def test_the_page_on_roles_says_what_each_may_do(table):
    assert table in (DOCS / "reference" / "roles.md").read_text("utf-8")


def test_the_page_on_roles_names_every_role():
    page = (DOCS / "reference" / "roles.md").read_text("utf-8")
    assert [role for role in Role.values if f"`{role}`" not in page] == []
    assert all(f"| `{role.value}` | derived" in page for role in DERIVED_ROLES)


def kinds_as_table():
    lines = [
        "| what | legal basis | kept | who sees it | key |",
        "|---|---|---|---|---|",
    ]
    for kind in KINDS:
        kept = kind.after["en"]
        if kind.years:
            kept = f"{kind.years} years after {kept}"
        if kind.months:
            kept = f"{kind.months} months after {kept}"
        basis, seen = BASES[kind.basis]["en"], kind.seen_by["en"]
        row = (kind.what["en"], basis, kept, seen, f"`{kind.code}`")
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def test_the_page_on_personal_data_lists_every_kind():
    page = (DOCS / "reference" / "personal-data.md").read_text("utf-8")
    assert kinds_as_table() in page


def test_every_kind_is_worded_in_both_languages():
    texts = [t for kind in KINDS for t in (kind.what, kind.after, kind.seen_by)]
    texts += BASES.values()
    assert [text for text in texts if set(text) != {"en", "fr"}] == []


def test_every_member_can_be_chosen(members):
    assert set(members_to_choose()) >= set(members.values())

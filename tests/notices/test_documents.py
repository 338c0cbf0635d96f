"""The page on reminders lists every kind, as the code has them."""

from pathlib import Path

from mwalimu.notices.engine.kinds import KINDS, Sort
from mwalimu.notices.queries.wording import heading

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "reminders.md"
ROLES = {
    "coordinator": "coordinator",
    "deputy_coordinator": "deputy",
    "head_of_customs": "head of Customs",
    "registrar": "registrar",
}
URGENT = {
    Sort.DUE: "from {days} days before",
    Sort.EXPIRING: "from {days} days before",
    Sort.BELOW_FLOOR: "always",
    Sort.WAITING: "after {days} days",
}


def reached(kind):
    """Whom a kind reaches, in words."""
    found = []
    if kind.own:
        found.append("the person")
    if kind.judges:
        found.append("assessors who may judge it")
    if kind.team:
        found.append("project team")
    if roles := [name for code, name in ROLES.items() if code in kind.roles]:
        found.append(f"of the Member: {', '.join(roles)}")
    return "; ".join(found)


def urgent(kind):
    if kind.days is None:
        return "never"
    text = URGENT[kind.sort].format(days=kind.days)
    return text.replace(" 1 days", " 1 day")


def kinds_as_table():
    lines = [
        "| kind | sort | whom it reaches | urgent | its page |",
        "|---|---|---|---|---|",
    ]
    for kind in KINDS:
        cells = (
            f"{heading(kind.code)} (`{kind.code}`)",
            kind.sort.value.replace("_", " "),
            reached(kind),
            urgent(kind),
            f"`{kind.page.name}`",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_page_lists_every_kind():
    assert kinds_as_table() in PAGE.read_text("utf-8")

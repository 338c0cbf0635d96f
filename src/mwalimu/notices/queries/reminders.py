"""What needs somebody: one viewer for a page, or everybody for the weekly mail.

Both read the same rows and share them out by the same rule (`engine.matters`), so that
a mail says what the page says. A page costs two queries, one more for what was put off,
and four for a WG member; everybody together cost as many, whatever their number.
"""

from collections.abc import Iterable
from datetime import date

from mwalimu.notices.engine.arranging import SHOWN, Arranged, Quietness, arrange
from mwalimu.notices.engine.kinds import KINDS, concerning
from mwalimu.notices.engine.matters import Circle, Matter, Reader, for_reader
from mwalimu.notices.models import Quiet
from mwalimu.notices.permissions import quiet_visible_to
from mwalimu.notices.queries.labels import as_matter, labels_of
from mwalimu.notices.queries.sources import ASKED, ROWS, Cut, barred, read
from mwalimu.people.permissions import OPERATOR, Viewer


def reader_of(viewer: Viewer) -> Reader:
    """Whom matters reach, from the roles that they play."""
    places = frozenset(
        (grant.role, grant.member_id)
        for grant in viewer.grants
        if grant.member_id is not None
    )
    return Reader(viewer.person_id or 0, viewer.roles, places)


def _rows(viewer: Viewer, on: date, codes: Iterable[str]) -> list[Cut]:
    """The rows of these kinds, as far as the viewer may see them."""
    wanted = set(codes)
    parts = [
        part
        for code, rows in ROWS.items()
        if code in wanted
        for part in rows(viewer, on)
    ]
    found = read(parts)
    for kinds, (roles, ask) in ASKED.items():
        if wanted & set(kinds) and (viewer.sees_everything or roles & viewer.roles):
            found += [row for row in ask(viewer, on) if row.kind in wanted]
    return found


def matters_of(viewer: Viewer, on: date) -> list[Matter]:
    """Every matter that reaches the viewer on a day."""
    if viewer.person_id is None:
        return []
    rows = _rows(viewer, on, (kind.code for kind in concerning(viewer.roles)))
    labels = labels_of(rows)
    return for_reader([as_matter(row, labels) for row in rows], reader_of(viewer))


def reminders_of(
    viewer: Viewer,
    on: date,
    *,
    quiet: Quietness | None = None,
    shown: int | None = SHOWN,
) -> Arranged:
    """What a viewer is shown now; without what they put off or muted."""
    matters = matters_of(viewer, on)
    if quiet is None:
        quiet = quietness(quiet_visible_to(viewer)).get(viewer.person_id or 0)
    return arrange(matters, on=on, quiet=quiet or Quietness(), shown=shown)


def everybodys_matters(circle: Circle, on: date) -> dict[int, list[Matter]]:
    """For each of these readers whom anything reaches (primary key), all of it.

    The persons to whom rows belong are found even where they are not in the circle:
    whoever has something to hand in and no sign-in, for example.
    """
    rows = _rows(OPERATOR, on, (kind.code for kind in KINDS))
    labels = labels_of(rows)
    judges = [
        reader.person
        for reader in circle.readers.values()
        if "assessor" in reader.roles
    ]
    not_for = barred(judges, on)
    return circle.share_out(
        as_matter(row, labels, frozenset(not_for.get((row.kind, row.uuid), ())))
        for row in rows
    )


def quietness(rows: Iterable[Quiet]) -> dict[int, Quietness]:
    """For each person (primary key) what they do not want to hear of."""
    kinds: dict[int, set[str]] = {}
    until: dict[int, dict[str, date]] = {}
    for row in rows:
        if row.kind:
            kinds.setdefault(row.person_id, set()).add(row.kind)
        elif row.until is not None:
            until.setdefault(row.person_id, {})[row.subject] = row.until
    return {
        person: Quietness(frozenset(kinds.get(person, ())), until.get(person, {}))
        for person in {*kinds, *until}
    }

"""Who is behind, written down every hour: a page does not judge everybody anew."""

from datetime import datetime

from django.db import transaction

from mwalimu.notices.models import Behind
from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.models import Cohort, Programme
from mwalimu.qualification.queries.board import Line, Wanted, board


@transaction.atomic
def note_who_is_behind(*, at: datetime) -> int:
    """Judge everybody who holds a seat in a running programme; how many are behind.

    Derived and complete: what was noted before goes. No audit line, as nobody decides
    anything by it.
    """
    asked = Wanted(behind=True, page=0)
    lines = board(OPERATOR, on=at.date(), wanted=asked).lines
    running = Cohort.objects.filter(programme__status=Programme.Status.RUNNING)
    keys = set(running.values_list("pk", flat=True))
    rows = [row for line in lines if line.cohort.pk in keys for row in _rows(line, at)]
    Behind.objects.all().delete()
    Behind.objects.bulk_create(rows, batch_size=500)
    return len({row.person_id for row in rows})


def _rows(line: Line, at: datetime) -> list[Behind]:
    """One for each Member whose seat the person holds: nearly always one."""
    return [
        Behind(
            person_id=line.place.person,
            cohort_id=line.cohort.pk,
            place=member,
            missed=line.missed,
            since=line.behind_since,
            seen_at=at,
        )
        for member in sorted(line.place.members)
    ]

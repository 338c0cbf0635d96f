"""Files of reports go with somebody they name, and when their time is over.

Number, days, clearances and the hash of the file stay. A new version is made from the
records as they are then.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import note_dropped
from mwalimu.people.models import Person
from mwalimu.programmes.models import SessionReport
from mwalimu.programmes.queries.reports import reports_naming
from mwalimu.shared.files import discard


def forget_reports(person: Person) -> None:
    """Called inside the transaction that erases the person."""
    _drop(list(reports_naming(person).values_list("pk", flat=True)))


@transaction.atomic
def drop_report_files(keys: Sequence[Any], *, by: Actor, at: datetime) -> int:
    """The files of versions that were made long ago."""
    return note_dropped("reports", _drop(keys), by=by, at=at)


def _drop(keys: Sequence[Any]) -> int:
    rows = SessionReport.objects.filter(pk__in=keys).exclude(file=None)
    files = [row.file for row in rows.select_related("file") if row.file]
    gone = rows.update(file=None)
    for file in {each.pk: each for each in files}.values():
        discard(file)
    return gone

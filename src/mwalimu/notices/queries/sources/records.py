"""Records of trainings: to verify, to mend, to finish."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Value, When

from mwalimu.notices.queries.sources.cut import cut
from mwalimu.people.permissions import Viewer
from mwalimu.trainings.models import Status, Training, TrainingEditor
from mwalimu.trainings.permissions import RECORDS, visible_to
from mwalimu.trainings.queries import waiting_for
from mwalimu.trainings.querysets import led_from_abroad_q

Rows = list[QuerySet[Any, Any]]
MOST = 200


def training_to_verify(viewer: Viewer, _on: date) -> Rows:
    """Handed in by somebody else; at most MOST for one viewer, who has more than enough.

    For the operator all that wait: `had_a_hand` says who may not verify which.
    """
    everything = viewer.sees_everything
    rows = visible_to(viewer).waiting() if everything else waiting_for(viewer)
    abroad = Case(When(led_from_abroad_q(), then=Value(1)), default=Value(0))
    return [
        _training("training_to_verify", rows, viewer, day="submitted_at", away=abroad)
    ]


def had_a_hand() -> dict[Any, set[int]]:
    """For each training that waits (its uuid) the persons who entered or edited it."""
    waiting = Training.objects.waiting().values("pk")
    rows = TrainingEditor.objects.filter(
        training__in=waiting, actor__account__person__isnull=False
    )
    found: dict[Any, set[int]] = {}
    for uuid, person in rows.values_list("training__uuid", "actor__account__person"):
        found.setdefault(uuid, set()).add(person)
    return found


def training_returned(viewer: Viewer, _on: date) -> Rows:
    """Returned with a reason: whoever entered it mends it, or its record keepers."""
    return list(_to_finish("training_returned", Status.RETURNED, "decided_at", viewer))


def training_draft(viewer: Viewer, _on: date) -> Rows:
    """Entered and not handed in: nobody can verify it."""
    return list(_to_finish("training_draft", Status.DRAFT, "entered_at", viewer))


def _to_finish(
    kind: str, status: Status, day: str, viewer: Viewer
) -> Iterable[QuerySet[Any, Any]]:
    rows = visible_to(viewer).newest().filter(status=status)
    if not viewer.sees_everything:
        places = viewer.members_as(*RECORDS)
        entered = Q(entered_by__account=viewer.account_id)
        kept = Q(host__in=places) | Q(lead_member__in=places)
        rows = rows.filter(entered | kept)
    columns = {"day": day, "detail": "reason"}
    by = "entered_by__account__person"
    yield _training(kind, rows, viewer, person=by, **columns)
    guests = rows.filter(led_from_abroad_q())
    yield _training(kind, guests, viewer, place="lead_member", **columns)


def _training(
    kind: str, rows: QuerySet[Training], viewer: Viewer, *, day: str, **columns: Any
) -> QuerySet[Any, Any]:
    if not viewer.sees_everything:
        first = rows.order_by(day, "pk").values("pk")[:MOST]
        rows = Training.objects.filter(pk__in=first)
    known = {"uuid": "uuid", "day": day, "title": "title", "place": "host"}
    known_day = Case(When(starts_precision="day", then=F("starts_on")))
    return cut(kind, rows, held=known_day, **(known | columns))

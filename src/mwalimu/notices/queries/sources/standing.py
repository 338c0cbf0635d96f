"""Awards that end, floors that are not kept, people who are behind."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from mwalimu.notices.models import Behind
from mwalimu.notices.permissions import behind_visible_to
from mwalimu.notices.queries.sources.cut import cut
from mwalimu.notices.queries.sources.meetings import own
from mwalimu.notices.queries.sources.places import at_their_places, counted
from mwalimu.people.permissions import Viewer
from mwalimu.qualification.models import PoolRow
from mwalimu.qualification.permissions import floors_visible_to, visible_to

Rows = list[QuerySet[Any, Any]]
A_QUARTER = timedelta(days=90)


def _ending(viewer: Viewer, on: date) -> QuerySet[Any]:
    rows = visible_to(viewer).filter(ended_on=None, valid_from__lte=on)
    return rows.filter(valid_until__range=(on, on + A_QUARTER))


def award_ends(viewer: Viewer, on: date) -> Rows:
    """The holder's award ends within three months."""
    return [_award("award_ends", own(_ending(viewer, on), viewer))]


def award_to_renew(viewer: Viewer, on: date) -> Rows:
    """An award ends within three months: for the team and the Member of the holder."""
    rows = _ending(viewer, on)
    if not viewer.is_project_team:
        rows = at_their_places(rows, "award_to_renew", viewer)
    return [_award("award_to_renew", rows)]


def _award(kind: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return cut(
        kind,
        rows,
        uuid="uuid",
        day="valid_until",
        title="number",
        person="person",
        place="member",
        topic="topic",
    )


def below_floor(viewer: Viewer, on: date) -> Rows:
    """Fewer Master Trainers can teach than the floor of a cohort says."""
    able = PoolRow.objects.can_teach(on).filter(
        member=OuterRef("member"), topic=OuterRef("topic")
    )
    rows = floors_visible_to(viewer).annotate(
        have=Coalesce(Subquery(counted(able)), Value(0))
    )
    return [
        cut(
            "below_floor",
            rows.filter(have__lt=F("least")),
            uuid="cohort__uuid",
            number="have",
            least="least",
            place="member",
            cohort="cohort",
            topic="topic",
        )
    ]


def behind(viewer: Viewer, _on: date) -> Rows:
    """Somebody missed what the standard asks of them."""
    rows = own(Behind.objects.all(), viewer)
    return [_behind("behind", rows, person="person", number="missed", day="since")]


def people_behind(viewer: Viewer, _on: date) -> Rows:
    """How many people of a Member are behind in a cohort."""
    rows = at_their_places(behind_visible_to(viewer), "people_behind", viewer, "place")
    found = rows.values("cohort", "place").annotate(
        n=Count("person"), first=Min("since")
    )
    return [_behind("people_behind", found, number="n", day="first", place="place")]


def cohort_behind(viewer: Viewer, _on: date) -> Rows:
    """How many people of a cohort are behind."""
    rows = behind_visible_to(viewer).values("cohort")
    found = rows.annotate(n=Count("person", distinct=True), first=Min("since"))
    return [_behind("cohort_behind", found, number="n", day="first")]


def _behind(kind: str, rows: Any, **columns: Any) -> QuerySet[Any, Any]:
    return cut(kind, rows, uuid="cohort__uuid", cohort="cohort", **columns)

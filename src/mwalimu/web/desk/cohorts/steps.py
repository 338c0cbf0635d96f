"""What comes next in a cohort, in one sentence each."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Cohort
from mwalimu.programmes.permissions import may_run_seats
from mwalimu.programmes.queries.cohorts import CohortPlan
from mwalimu.programmes.queries.seats import SeatCounts


@dataclass(frozen=True)
class Step:
    """A sentence, and where it is done."""

    text: str
    url: str
    action: str


def next_steps(
    viewer: Viewer, cohort: Cohort, plan: CohortPlan, counts: SeatCounts
) -> list[Step]:
    """What the viewer can do next; nothing for those who only read."""
    if not may_run_seats(viewer):
        return []
    return [*_planning(cohort, plan, counts), *_filling(cohort, counts)]


def _planning(cohort: Cohort, plan: CohortPlan, counts: SeatCounts) -> Iterator[Step]:
    if not plan.steps:
        yield Step(
            pgettext("next step", "No stages are planned."),
            reverse(
                "desk:cohort_edit",
                kwargs={"slug": cohort.programme.code, "code": cohort.code},
            ),
            pgettext("next step", "Plan the stages"),
        )
    if not counts.seats:
        yield Step(
            pgettext("next step", "No seats are planned."),
            reverse("desk:seats_plan", kwargs={"code": cohort.code}),
            pgettext("next step", "Plan the seats"),
        )


def _filling(cohort: Cohort, counts: SeatCounts) -> Iterator[Step]:
    if counts.vacant:
        text = npgettext(
            "next step",
            "%(vacant)d seat is vacant.",
            "%(vacant)d seats are vacant.",
            counts.vacant,
        )
        yield Step(
            text % {"vacant": counts.vacant},
            reverse("desk:cohort_seats", kwargs={"code": cohort.code}),
            pgettext("next step", "See the seats"),
        )

"""Accreditations in words: what a path is and waits for, inside and outside."""

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.people.permissions import Viewer
from mwalimu.qualification.engine.accreditation import StepKind, Waiting
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AcePhase,
    AceStep,
)
from mwalimu.qualification.permissions import sees_path

Label = str | Promise
WAITS: dict[Waiting, Label] = {
    Waiting.SCREENING: pgettext_lazy(
        "accreditation waits", "decision of pre-screening"
    ),
    Waiting.PLACE: pgettext_lazy("accreditation waits", "place in a workshop"),
    Waiting.RESULT: pgettext_lazy("accreditation waits", "result of the workshop"),
    Waiting.MISSION: pgettext_lazy("accreditation waits", "mission to be planned"),
    Waiting.ASSESSMENT: pgettext_lazy("accreditation waits", "assessor of the mission"),
    Waiting.CONCLUSION: pgettext_lazy(
        "accreditation waits", "conclusion of the mission"
    ),
    Waiting.REFRESHER: pgettext_lazy("accreditation waits", "refresher"),
    Waiting.COMING: pgettext_lazy("accreditation waits", "arranged, to come"),
    Waiting.NOTHING: pgettext_lazy("accreditation waits", "nothing"),
}
# What others than the project team and the person read: what was reached, never what
# was not, and no interruption.
REACHED = frozenset(
    {
        StepKind.PROPOSED,
        StepKind.TAKEN_OVER,
        StepKind.CONVERTED_FROM,
        StepKind.SELECTED,
        StepKind.REGISTERED,
        StepKind.WORKSHOP_PASSED,
        StepKind.MISSION_PLANNED,
        StepKind.MISSION_PASSED,
        StepKind.REFRESHED,
    }
)


def state_words(row: Accreditation, viewer: Viewer) -> str:
    """What a path is today. Outside whatever does not hold is no longer valid."""
    interrupted = row.suspended_on or row.closed_on
    if interrupted and not sees_path(viewer, row):
        return pgettext("state of an accreditation", "no longer valid")
    if row.closed_on:
        return str(AceStep(row.closed_by).label)
    if row.suspended_on:
        return str(AceStep.SUSPENDED.label)
    if row.accredited_on:
        return pgettext("state of an accreditation", "accredited")
    if row.pre_accredited_on:
        return pgettext("state of an accreditation", "pre-accredited")
    return str(AcePhase(row.phase).label)


def state_code(row: Accreditation) -> str:
    """The kind of badge of a path."""
    if row.closed_on:
        return "left"
    if row.suspended_on:
        return "suspended"
    return "verified" if row.accredited_on else "plain"


def history_shown(row: Accreditation, viewer: Viewer) -> list[AccreditationEvent]:
    """The steps of a path, the newest first: all, or what was reached and stands."""
    events = row.events.select_related(
        "by__account", "workshop", "mission__host", "undone_by", "undoes", "other"
    ).prefetch_related("papers")
    found = list(events.order_by("-number"))
    if sees_path(viewer, row):
        return found
    return [
        event
        for event in found
        if event.kind in REACHED and not hasattr(event, "undone_by")
    ]

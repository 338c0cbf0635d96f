"""Tags of accreditations."""

from collections.abc import Sequence

from django import template

from mwalimu.qualification.engine.accreditation import StepKind, Waiting
from mwalimu.qualification.models import AccreditationEvent, AcePhase
from mwalimu.qualification.queries.accreditation.wording import WAITS

register = template.Library()


@register.filter
def phase_name(phase: str) -> str:
    """`assessed mission`."""
    return str(AcePhase(phase).label)


@register.filter
def waits_for(what: str) -> str:
    """What a path waits for, in words."""
    return str(WAITS[Waiting(what)])


@register.filter
def place_of(events: Sequence[AccreditationEvent]) -> AccreditationEvent | None:
    """The step by which somebody got the place in a workshop that they have."""
    rows = (event for event in events if event.kind == StepKind.REGISTERED)
    return next(rows, None)

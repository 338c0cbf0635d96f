"""Answering the evaluation of a session."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.forms.operations import FormRefused, answer_round
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import Evaluation
from mwalimu.programmes.permissions import evaluations_to_answer


@transaction.atomic
def answer_evaluation(
    evaluation: Evaluation,
    *,
    sent: Mapping[int, Sequence[str]],
    by: Actor,
    at: datetime,
) -> None:
    """Whoever acts answers for themselves, once. Raises FormRefused, see `forms`."""
    viewer = acting_viewer(by, at.date())
    person = Person.objects.known().filter(pk__in=[viewer.person_id]).first()
    asked = evaluations_to_answer(viewer).filter(pk=evaluation.pk)
    if person is None or not asked.exists():
        text = pgettext(
            "refusal", "Only those who take part in the session are asked about it."
        )
        raise FormRefused("", text)
    answer_round(evaluation.round, person=person, sent=sent, by=by, at=at)

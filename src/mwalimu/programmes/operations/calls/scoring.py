"""The project team scores a name with the rubric of the call."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import person_of
from mwalimu.programmes.models import CallCriterion, Nomination, NominationScore
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_run_calls,
    require_state,
)
from mwalimu.programmes.permissions.independence import administrations_of


@transaction.atomic
def score_nomination(
    nomination: Nomination,
    *,
    scores: Mapping[CallCriterion, int],
    by: Actor,
    at: datetime,
) -> list[NominationScore]:
    """One scorer's scores, all criteria at once; they may change them until the name is
    decided on. Nobody scores themselves or their own administration. Raises CallRefused.
    """
    require_may_run_calls(by, at)
    require_state(nomination, Nomination.State.SUBMITTED)
    scorer = _scorer(nomination, by, at)
    rubric = list(nomination.call.criteria.all())
    for line in rubric:
        _check(line, scores.get(line))
    if len(scores) != len(rubric):
        raise CallRefused(
            "", pgettext("refusal", "Score each criterion of the rubric.")
        )
    rows = [
        NominationScore.objects.update_or_create(
            nomination=nomination,
            criterion=line,
            scorer=scorer,
            defaults={"score": scores[line], "given_at": at},
        )[0]
        for line in rubric
    ]
    # What was given stays out of the trail: it is read by more people than the scores.
    record("score", "nomination", nomination.uuid, by=by, at=at)
    return rows


def _scorer(nomination: Nomination, by: Actor, at: datetime) -> Person:
    person = person_of(by.account) if by.account else None
    if person is None:
        text = pgettext("refusal", "Only somebody who signed in gives scores.")
        raise CallRefused("", text)
    near = administrations_of([person.pk], at.date())[person.pk]
    if person.pk == nomination.person_id:
        raise CallRefused("", pgettext("refusal", "Nobody scores themselves."))
    if nomination.member_id in near:
        text = pgettext(
            "refusal",
            "You are or were of this administration: somebody else scores its officers.",
        )
        raise CallRefused("", text)
    return person


def _check(line: CallCriterion, score: int | None) -> None:
    if score is None or not 0 <= score <= line.most:
        text = pgettext("refusal", "Write a score from 0 to %(most)d.")
        raise CallRefused(f"score_{line.position}", text % {"most": line.most})

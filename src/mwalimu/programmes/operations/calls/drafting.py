"""A call while it is written: topic, days, profile, Members, rubric."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import (
    Call,
    CallCriterion,
    Cohort,
    Invited,
    Nomination,
    NominationScore,
)
from mwalimu.programmes.operations.calls.refusals import (
    CallRefused,
    require_may_run_calls,
    require_running,
)
from mwalimu.programmes.operations.write import put
from mwalimu.reference.models import Member, Topic

LONGEST = timedelta(days=366)
LONGEST_PROFILE = 5_000
MOST_CRITERIA = 10
MOST_SEATS = 20


@dataclass(frozen=True)
class CriterionFacts:
    """One line of the rubric, named in one language at least."""

    names: Mapping[str, str]
    weight: int = 1


@dataclass(frozen=True)
class CallFacts:
    """What a call asks: `profiles` is the profile wanted, per language."""

    topic: Topic
    opens_on: date
    closes_on: date
    profiles: Mapping[str, str]
    seats: Mapping[Member, int]
    criteria: tuple[CriterionFacts, ...]


@transaction.atomic
def draft_call(cohort: Cohort, *, facts: CallFacts, by: Actor, at: datetime) -> Call:
    """Begin a call. Nobody but the project team sees it yet. Raises CallRefused."""
    require_may_run_calls(by, at)
    call = Call(cohort=cohort, created_at=at, created_by=by)
    _put(call, facts, by, at)
    return call


@transaction.atomic
def edit_call(call: Call, *, facts: CallFacts, by: Actor, at: datetime) -> Call:
    """Change a call. Once names are scored the rubric stays. Raises CallRefused."""
    require_may_run_calls(by, at)
    require_running(call)
    _put(call, facts, by, at)
    return call


def _put(call: Call, facts: CallFacts, by: Actor, at: datetime) -> None:
    _check_topic(call, facts.topic)
    _check_days(call, facts, at)
    _check_profiles(facts.profiles)
    _check_rubric(facts.criteria)
    columns = {
        "topic": facts.topic,
        "opens_on": facts.opens_on,
        "closes_on": facts.closes_on,
        "profiles": {k: v.strip() for k, v in facts.profiles.items() if v.strip()},
    }
    put(call, columns, subject="call", by=by, at=at)
    _invite(call, facts.seats, by, at)
    _set_rubric(call, facts.criteria)


def _check_topic(call: Call, topic: Topic) -> None:
    if not call.cohort.topics.filter(pk=topic.pk).exists():
        text = pgettext(
            "refusal", "%(topic)s is no topic of this cohort: add it to it first."
        )
        raise CallRefused("topic", text % {"topic": topic.code})
    if call.pk and call.topic_id != topic.pk and call.nominations.exists():
        text = pgettext("refusal", "Names were given for this topic: it stays.")
        raise CallRefused("topic", text)
    others = Call.objects.filter(cohort=call.cohort, topic=topic).exclude(pk=call.pk)
    if others.exclude(state=Call.State.CONCLUDED).exists():
        text = pgettext(
            "refusal",
            "There is a call for this topic already: change that one, or conclude it.",
        )
        raise CallRefused("topic", text)


def _check_days(call: Call, facts: CallFacts, at: datetime) -> None:
    if facts.closes_on < facts.opens_on:
        text = pgettext("refusal", "The last day is before the first day.")
        raise CallRefused("closes_on", text)
    if facts.closes_on - facts.opens_on > LONGEST:
        text = pgettext("refusal", "A call is open for a year at most.")
        raise CallRefused("closes_on", text)
    moved = facts.closes_on != call.closes_on
    opened = call.state == Call.State.OPEN
    if opened and moved and facts.closes_on < min(call.closes_on, at.date()):
        text = pgettext("refusal", "An open call is not closed on a day that is past.")
        raise CallRefused("closes_on", text)


def _check_profiles(profiles: Mapping[str, str]) -> None:
    if not any(text.strip() for text in profiles.values()):
        text = pgettext("refusal", "Say who is wanted, in one language at least.")
        raise CallRefused("profiles", text)
    if any(len(text) > LONGEST_PROFILE for text in profiles.values()):
        message = pgettext("refusal", "This is too long: at most %(most)d characters.")
        raise CallRefused("profiles", message % {"most": LONGEST_PROFILE})


def _check_rubric(criteria: tuple[CriterionFacts, ...]) -> None:
    if not 1 <= len(criteria) <= MOST_CRITERIA:
        text = pgettext("refusal", "A rubric has 1 to %(most)d criteria.")
        raise CallRefused("criteria", text % {"most": MOST_CRITERIA})
    if any(not any(name.strip() for name in line.names.values()) for line in criteria):
        text = pgettext("refusal", "Give each criterion a name.")
        raise CallRefused("criteria", text)
    if any(not 1 <= line.weight <= 100 for line in criteria):
        raise CallRefused("criteria", pgettext("refusal", "A weight is from 1 to 100."))


def _invite(call: Call, seats: Mapping[Member, int], by: Actor, at: datetime) -> None:
    if not seats:
        text = pgettext("refusal", "Ask one Member at least.")
        raise CallRefused("seats", text)
    inside = set(call.cohort.members.values_list("pk", flat=True))
    for member, number in seats.items():
        if member.pk not in inside:
            text = pgettext(
                "refusal",
                "%(member)s is not in this cohort: add it to the cohort first.",
            )
            raise CallRefused("seats", text % {"member": member.code})
        if not 1 <= number <= MOST_SEATS:
            text = pgettext("refusal", "Ask a Member for 1 to %(most)d names.")
            raise CallRefused("seats", text % {"most": MOST_SEATS})
    present = {row.member_id: row for row in call.invited.select_related("member")}
    _drop(call, [row for key, row in present.items() if key not in _keys(seats)])
    before = {row.member.code: row.seats for row in present.values()}
    for member, number in seats.items():
        row = present.get(member.pk) or Invited(call=call, member=member)
        row.seats = number
        row.save()
    after = {member.code: number for member, number in seats.items()}
    if before and before != after:
        record("invite", "call", call.uuid, by=by, at=at, before=before, after=after)


def _keys(seats: Mapping[Member, int]) -> set[int]:
    return {member.pk for member in seats}


def _drop(call: Call, rows: list[Invited]) -> None:
    for row in rows:
        if Nomination.objects.filter(call=call, member=row.member).exists():
            text = pgettext("refusal", "%(member)s has given names: it stays asked.")
            raise CallRefused("seats", text % {"member": row.member.code})
        row.delete()


def _set_rubric(call: Call, criteria: tuple[CriterionFacts, ...]) -> None:
    present = [(dict(row.names), row.weight) for row in call.criteria.all()]
    wanted = [(dict(line.names), line.weight) for line in criteria]
    if present == wanted:
        return
    if NominationScore.objects.filter(nomination__call=call).exists():
        text = pgettext("refusal", "Names were scored with this rubric: it stays.")
        raise CallRefused("criteria", text)
    call.criteria.all().delete()
    CallCriterion.objects.bulk_create(
        CallCriterion(call=call, position=position, names=names, weight=weight)
        for position, (names, weight) in enumerate(wanted, 1)
    )

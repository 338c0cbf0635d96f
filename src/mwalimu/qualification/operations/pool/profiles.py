"""A Master Trainer's profile: written by themselves, and by nobody else."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Consent, Person
from mwalimu.qualification.models import (
    Availability,
    Award,
    FieldConsent,
    Profile,
    ProfileField,
)
from mwalimu.qualification.operations.pool.index import (
    forget_in_pool,
    refresh_pool,
)
from mwalimu.qualification.operations.pool.refusals import PoolRefused
from mwalimu.qualification.queries.pool.profiles import audiences_of
from mwalimu.shared.texts import is_readable

LONGEST = {"about": 4000, "contact": 200}
MOST_PERIODS = 100
FARTHEST = timedelta(days=3 * 366)


@transaction.atomic
def write_profile(
    person: Person, *, about: str, contact: str, by: Actor, at: datetime
) -> Profile:
    """What a person writes about themselves, and how to reach them."""
    _require_own(person, by)
    texts = {"about": about.strip(), "contact": contact.strip()}
    for field, text in texts.items():
        _check_text(field, text)
    profile, _ = Profile.objects.update_or_create(
        person=person, defaults={**texts, "written_at": at, "written_by": by}
    )
    written = [field for field, text in texts.items() if text]
    record("write_profile", "person", person.uuid, by=by, at=at, after={"has": written})
    refresh_pool([person.pk])
    return profile


def _check_text(field: str, text: str) -> None:
    if len(text) > LONGEST[field]:
        message = pgettext("refusal", "Write at most %(most)s characters.")
        raise PoolRefused(field, message % {"most": LONGEST[field]})
    if not is_readable(text):
        message = pgettext("refusal", "Remove the characters that cannot be read.")
        raise PoolRefused(field, message)


@transaction.atomic
def show_fields(
    person: Person, *, audiences: Mapping[str, str], by: Actor, at: datetime
) -> None:
    """Who may see which field from now on. What was agreed before stays on record."""
    _require_own(person, by)
    for field, audience in audiences.items():
        if field not in ProfileField.values or audience not in Consent.Audience.values:
            text = pgettext("refusal", "Choose who may see it.")
            raise PoolRefused(field, text)
    now = audiences_of(person)
    changed = {field: to for field, to in audiences.items() if now[field] != to}
    if not changed:
        return
    still = FieldConsent.objects.filter(person=person, withdrawn_at=None)
    still.filter(field__in=changed).update(withdrawn_at=at)
    FieldConsent.objects.bulk_create(
        FieldConsent(
            person=person, field=field, audience=to, given_at=at, recorded_by=by
        )
        for field, to in changed.items()
        if to != Consent.Audience.TEAM
    )
    record("show_fields", "person", person.uuid, by=by, at=at, after=changed)
    refresh_pool([person.pk])


@transaction.atomic
def add_availability(
    person: Person, *, kind: str, since: date, until: date, by: Actor, at: datetime
) -> Availability:
    """Days on which the person can, or cannot, go on a mission."""
    _require_own(person, by)
    if kind not in Availability.Kind.values:
        raise PoolRefused("kind", pgettext("refusal", "Choose one of the two."))
    if until < since:
        text = pgettext("refusal", "The last day is before the first day.")
        raise PoolRefused("until", text)
    if until < at.date() or until > at.date() + FARTHEST:
        text = pgettext("refusal", "Write a last day from today to three years ahead.")
        raise PoolRefused("until", text)
    mine = Availability.objects.filter(person=person)
    if mine.filter(since__lte=until, until__gte=since).exclude(kind=kind).exists():
        text = pgettext(
            "refusal", "On some of these days you said the opposite: remove it first."
        )
        raise PoolRefused("since", text)
    if mine.filter(until__gte=at.date()).count() >= MOST_PERIODS:
        text = pgettext("refusal", "Remove some periods first: there are too many.")
        raise PoolRefused("", text)
    row = Availability.objects.create(
        person=person, kind=kind, since=since, until=until
    )
    after = {"kind": kind, "since": since.isoformat(), "until": until.isoformat()}
    record("add_availability", "person", person.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def remove_availability(row: Availability, *, by: Actor, at: datetime) -> None:
    """The person no longer says so."""
    _require_own(row.person, by)
    before = {"kind": row.kind, "since": str(row.since), "until": str(row.until)}
    person = row.person
    row.delete()
    record("remove_availability", "person", person.uuid, by=by, at=at, before=before)


@transaction.atomic
def forget_profile(person: Person, *, at: datetime) -> None:
    """Of an erased person nothing written is left; consents end, and stay on record."""
    Profile.objects.filter(person=person).update(about="", contact="")
    Availability.objects.filter(person=person).delete()
    still = FieldConsent.objects.filter(person=person, withdrawn_at=None)
    still.update(withdrawn_at=at)
    forget_in_pool(person.pk)


def _require_own(person: Person, by: Actor) -> None:
    """A profile is kept by the Master Trainer, who must have an award."""
    own = by.account_id is not None and person.account_id == by.account_id
    if not own or person.erased_at is not None:
        text = pgettext("refusal", "Only the person keeps their own profile.")
        raise PoolRefused("", text)
    if not Award.objects.filter(person=person).exists():
        text = pgettext("refusal", "Profiles are for Master Trainers.")
        raise PoolRefused("", text)

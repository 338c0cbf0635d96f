"""What hangs on a person: work, languages, contacts, consents."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import actor_for, on_behalf, person_actor, record
from mwalimu.people.models import Affiliation, Consent, Contact, Person, PersonLanguage
from mwalimu.people.operations.persons import Work, affiliation, check_work
from mwalimu.people.operations.refusals import Problem, erased, refuse
from mwalimu.people.signals import person_edited


def actor_of(person: Person) -> Actor:
    """The person as an actor: their account, or themselves without one."""
    if person.account is not None:
        return actor_for(person.account)
    return person_actor(str(person.uuid))


@transaction.atomic
def add_affiliation(
    person: Person, *, work: Work, by: Actor, at: datetime
) -> Affiliation:
    """Where the person works, from a day on; earlier affiliations stay as they are."""
    refuse(erased(person), *check_work(work))
    row = affiliation(person, work)
    row.save()
    after = {"sector": row.sector, "member": work.member.code if work.member else None}
    record("add_affiliation", "person", person.uuid, by=by, at=at, after=after)
    person_edited.send(Person, person=person, at=at)
    return row


@transaction.atomic
def close_affiliation(
    row: Affiliation, *, on: date, by: Actor, at: datetime
) -> Affiliation:
    """The last day on which the person worked there."""
    if row.since and on < row.since:
        text = pgettext("refusal", "The last day is before the first day.")
        refuse(Problem("until", text))
    row.until = on
    row.save(update_fields=["until"])
    after = {"until": on.isoformat()}
    record("close_affiliation", "person", row.person.uuid, by=by, at=at, after=after)
    person_edited.send(Person, person=row.person, at=at)
    return row


@transaction.atomic
def set_languages(
    person: Person, *, languages: Mapping[str, str], by: Actor, at: datetime
) -> Person:
    """The languages a person works in (BCP 47), with level (CEFR) where known."""
    levels = {"", *PersonLanguage.Level.values}
    wrong = next((level for level in languages.values() if level not in levels), None)
    if wrong is not None:
        text = pgettext("refusal", "%(level)s is no level: choose A1 to C2, or none.")
        refuse(Problem("languages", text % {"level": wrong}))
    refuse(erased(person))
    PersonLanguage.objects.filter(person=person).delete()
    PersonLanguage.objects.bulk_create(
        PersonLanguage(person=person, language=language, level=level)
        for language, level in languages.items()
    )
    after = {"languages": dict(languages)}
    record("set_languages", "person", person.uuid, by=by, at=at, after=after)
    return person


@transaction.atomic
def set_contacts(
    person: Person, *, email: str, phone: str, by: Actor, at: datetime
) -> Person:
    """How to reach the person; an empty value removes it. The audit names kinds only."""
    refuse(erased(person))
    Contact.objects.filter(person=person).delete()
    pairs = ((Contact.Kind.EMAIL, email.strip()), (Contact.Kind.PHONE, phone.strip()))
    rows = [Contact(person=person, kind=k, value=value) for k, value in pairs if value]
    Contact.objects.bulk_create(rows)
    after = {"kinds": [row.kind for row in rows]}
    record("set_contacts", "person", person.uuid, by=by, at=at, after=after)
    return person


@transaction.atomic
def give_consent(
    person: Person, *, purpose: str, audience: str, by: Actor, at: datetime
) -> Consent:
    """The person agrees. Entered by another, it says so: on behalf of the person.

    An open consent for the same purpose and audience stays as it is.
    """
    refuse(erased(person))
    who = on_behalf(by, actor_of(person))
    consent, new = Consent.objects.get_or_create(
        person=person,
        purpose=purpose,
        audience=audience,
        withdrawn_at=None,
        defaults={"given_at": at, "recorded_by": who},
    )
    if new:
        after = {"purpose": purpose, "audience": audience}
        record("give_consent", "person", person.uuid, by=who, at=at, after=after)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Actor, at: datetime) -> Consent:
    """The person no longer agrees; that they once did stays on record."""
    if consent.withdrawn_at is not None:
        return consent
    who = on_behalf(by, actor_of(consent.person))
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    after = {"purpose": consent.purpose, "audience": consent.audience}
    uuid = consent.person.uuid
    record("withdraw_consent", "person", uuid, by=who, at=at, after=after)
    return consent

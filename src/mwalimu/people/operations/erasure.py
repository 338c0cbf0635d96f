"""Forgetting a person: what identifies goes, what is counted stays."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import clear_account, record
from mwalimu.people.models import Affiliation, Contact, Person, RoleAssignment
from mwalimu.people.operations.refusals import NotAllowed, Problem, refuse
from mwalimu.people.permissions import may_erase
from mwalimu.people.queries import acting_viewer, holds_last_team_role
from mwalimu.people.signals import person_erased
from mwalimu.shared import outbox


@transaction.atomic
def erase_person(person: Person, *, by: Actor, at: datetime) -> Person:
    """Clear what identifies the person, close roles and account, tell who listens.

    What is counted stays: Member, sector and sex of the person and of their rows.
    The law: a person's right to erasure (GDPR art. 17 and the like) does not reach
    anonymous statistics.
    """
    if person.erased_at is not None:
        return person
    if not may_erase(acting_viewer(by, at.date()), person):
        raise NotAllowed(pgettext("refusal", "You may not erase this person."))
    if holds_last_team_role(person, at.date()):
        text = pgettext(
            "refusal", "Nobody would be left on the project team: add another first."
        )
        refuse(Problem("person", text))
    _close_roles(person, at)
    _forget_mails(person, at)
    _clear(person, by, at)
    record("erase", "person", person.uuid, by=by, at=at)
    person_erased.send(Person, person=person, by=by, at=at)
    return person


def _close_roles(person: Person, at: datetime) -> None:
    today = at.date()
    rows = RoleAssignment.objects.filter(person=person)
    rows.filter(since__gt=today).delete()  # never played: nothing to remember
    still = rows.filter(Q(until=None) | Q(until__gt=today))
    still.filter(since__lt=today).update(until=today - timedelta(days=1))
    still.filter(since=today).update(until=today)


def _forget_mails(person: Person, at: datetime) -> None:
    """While their name and addresses are still known, out of the outbox, too."""
    mails = person.contacts.filter(kind=Contact.Kind.EMAIL)
    addresses = set(mails.values_list("value", flat=True))
    if person.account is not None:
        addresses.add(person.account.email)
    names = {person.name, person.name_other_script}
    outbox.forget(addresses=addresses, names=names, at=at)


def _clear(person: Person, by: Actor, at: datetime) -> None:
    Contact.objects.filter(person=person).delete()
    person.languages.all().delete()
    Affiliation.objects.filter(person=person).update(unit="", post="", organisation="")
    person.consents.filter(withdrawn_at=None).update(withdrawn_at=at)
    if person.account is not None:
        clear_account(person.account, by=by, at=at)
    person.name = person.name_other_script = person.key = person.staff_number_hash = ""
    person.birth_year = None
    person.erased_at = at
    person.save()

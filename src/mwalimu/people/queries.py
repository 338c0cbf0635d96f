"""Reading people, accounts and roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Prefetch,
    QuerySet,
    Value,
    prefetch_related_objects,
)

from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.queries import account_facts, account_lines
from mwalimu.people.engine.names import words
from mwalimu.people.models import (
    Affiliation,
    Consent,
    Contact,
    Person,
    PersonLanguage,
    Role,
    RoleAssignment,
)
from mwalimu.people.permissions import OPERATOR, PUBLIC, Grant, Viewer


def person_of(account: Account) -> Person | None:
    """The person who signs in with that account."""
    try:
        person: Person = account.person
    except Person.DoesNotExist:
        return None
    return person if person.erased_at is None else None


def with_person(account: int) -> Account | None:
    """The account with that key, and with it the person who signs in by it."""
    return Account.objects.select_related("person").filter(pk=account).first()


def assigned_grants(person: Person, on: date) -> frozenset[Grant]:
    """The roles that were assigned to a person and hold on a day."""
    rows = RoleAssignment.objects.valid_on(on).filter(person=person)
    return frozenset(
        Grant(role, member_id) for role, member_id in rows.values_list("role", "member")
    )


def acting_viewer(by: Actor, on: date) -> Viewer:
    """The roles in which an actor acts: those they were assigned on that day.

    The system, and an import that nobody in particular started, act as the operator of
    the instance. An import acts with the roles of whoever started it.
    """
    if by.kind == Actor.Kind.IMPORT and by.on_behalf_of is not None:
        return acting_viewer(by.on_behalf_of, on)
    if by.kind in (Actor.Kind.SYSTEM, Actor.Kind.IMPORT):
        return OPERATOR
    if by.account is None:
        return PUBLIC
    person = person_of(by.account)
    if person is None:
        return Viewer(account_id=by.account.pk)
    grants = assigned_grants(person, on)
    return Viewer(account_id=by.account.pk, person_id=person.pk, grants=grants)


def holds_last_team_role(person: Person, on: date) -> bool:
    """Nobody else on the project team could sign in on that day."""
    team = RoleAssignment.objects.valid_on(on).filter(role=Role.PROJECT_TEAM)
    if not team.filter(person=person).exists():
        return False
    others = team.exclude(person=person).filter(until=None)
    return not others.filter(person__account__is_active=True).exists()


def named(people: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Persons whose name has all words of `text`, in any order and spelling."""
    for word in words(text):
        people = people.filter(key__contains=word)
    return people


def working_for(people: QuerySet[Any], member: str, on: date) -> QuerySet[Any]:
    """Persons who work in that Member (its code) on a day."""
    rows = Affiliation.objects.valid_on(on).filter(member__code=member)
    return people.filter(pk__in=rows.values("person"))


def playing(people: QuerySet[Any], role: str, on: date) -> QuerySet[Any]:
    """Persons who play an assigned role on a day."""
    rows = RoleAssignment.objects.valid_on(on).filter(role=role)
    return people.filter(pk__in=rows.values("person"))


def for_list(people: QuerySet[Any], on: date) -> QuerySet[Any]:
    """With where they work and what role they play on a day, by name."""
    work = Affiliation.objects.valid_on(on).select_related("member")
    roles = RoleAssignment.objects.valid_on(on).select_related("member")
    return (
        people.select_related("account")
        .prefetch_related(
            Prefetch(
                "affiliations", work.order_by("-since", "-pk"), to_attr="work_now"
            ),
            Prefetch("roles", roles.order_by("role"), to_attr="roles_now"),
        )
        .order_by("name", "pk")
    )


@dataclass(frozen=True)
class Record:
    """What the record of a person holds, besides the person."""

    affiliations: list[Affiliation]
    roles: list[RoleAssignment]
    languages: list[PersonLanguage]
    contacts: list[Contact]
    consents: list[Consent]


def record_of(person: Person) -> Record:
    """Everything of `people` on a person, the newest first."""
    work = Affiliation.objects.select_related("member").order_by("-since", "-pk")
    roles = RoleAssignment.objects.select_related("member", "handed_to__person")
    consents = Consent.objects.select_related("recorded_by").order_by("-given_at")
    prefetch_related_objects(
        [person],
        Prefetch("affiliations", work),
        Prefetch("roles", roles.order_by("-since", "-pk")),
        Prefetch("consents", consents),
    )
    languages, contacts = _languages_and_contacts(person)
    return Record(
        list(person.affiliations.all()),
        list(person.roles.all()),
        languages,
        contacts,
        list(person.consents.all()),
    )


def _languages_and_contacts(
    person: Person,
) -> tuple[list[PersonLanguage], list[Contact]]:
    """Two short tables of the same form, in one query."""
    spoken = person.languages.order_by().values_list(
        Value("language", output_field=CharField()), "pk", "language", "level"
    )
    reached = person.contacts.order_by().values_list(
        Value("contact", output_field=CharField()), "pk", "kind", "value"
    )
    rows = sorted(spoken.union(reached, all=True), key=itemgetter(2, 1))
    return (
        [
            PersonLanguage(pk, person.pk, code, level)
            for what, pk, code, level in rows
            if what == "language"
        ],
        [
            Contact(pk, person.pk, kind, value)
            for what, pk, kind, value in rows
            if what == "contact"
        ],
    )


def role_at(uuid: UUID) -> RoleAssignment | None:
    """The role assignment with that public id."""
    rows = RoleAssignment.objects.select_related("person", "member")
    return rows.filter(uuid=uuid).first()


def names_of_accounts(accounts: Iterable[int]) -> dict[int, str]:
    """The name behind each account (primary keys); accounts of nobody are left out."""
    rows = Person.objects.known().filter(account__in=list(accounts))
    return dict(rows.values_list("account", "name"))


def addresses_of(people: Iterable[int]) -> dict[int, str]:
    """The mail address of each person (primary keys) who has one: where they sign in,
    or else what is recorded as their contact.
    """
    keys = list(people)
    contacts = Contact.objects.filter(person__in=keys, kind=Contact.Kind.EMAIL)
    found = dict(contacts.order_by("-pk").values_list("person", "value"))
    accounts = Account.objects.filter(person__in=keys, is_active=True)
    return found | dict(accounts.values_list("person", "email"))


def withdrawn_before(at: datetime) -> QuerySet[Consent]:
    """Consents that were withdrawn before an instant."""
    return Consent.objects.filter(withdrawn_at__lt=at)


def roles_ended_before(day: date) -> QuerySet[RoleAssignment]:
    """Roles that were played for the last time before a day."""
    return RoleAssignment.objects.filter(until__lt=day)


def in_a_role_since(day: date) -> QuerySet[Any, Any]:
    """Keys of the persons who play an assigned role, or did on that day or later."""
    rows = RoleAssignment.objects.exclude(until__lt=day)
    return rows.values("person")


def reached_besides(*active: QuerySet[Any, Any], before: datetime) -> QuerySet[Contact]:
    """How those are reached who were recorded before and are among no active ones."""
    found = Contact.objects.filter(person__created_at__lt=before)
    for keys in active:
        found = found.exclude(person__in=keys)
    return found


def held_on(person: Person) -> dict[str, Any]:
    """All that `people` and `accounts` hold on a person, for themselves, as plain data.

    Keys are the codes of people.engine.holdings.KINDS.
    """
    found = record_of(person)
    account = person.account
    return {
        "person": {
            "uuid": str(person.uuid),
            "name": person.name,
            "name_other_script": person.name_other_script,
            "sex": person.sex,
            "birth_year": person.birth_year,
            "staff_number_hash": person.staff_number_hash,
            "synthetic": person.synthetic,
            "recorded_at": person.created_at.isoformat(),
        },
        "affiliations": [
            {
                "member": row.member.code if row.member else None,
                "organisation": row.organisation,
                "sector": row.sector,
                "unit": row.unit,
                "post": row.post,
                "since": _day(row.since),
                "until": _day(row.until),
            }
            for row in found.affiliations
        ],
        "roles": [
            {
                "role": row.role,
                "member": row.member.code if row.member else None,
                "since": _day(row.since),
                "until": _day(row.until),
            }
            for row in found.roles
        ],
        "languages": {row.language: row.level for row in found.languages},
        "contacts": [{"kind": row.kind, "value": row.value} for row in found.contacts],
        "consents": [
            {
                "purpose": row.purpose,
                "audience": row.audience,
                "given_at": row.given_at.isoformat(),
                "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
            }
            for row in found.consents
        ],
        "account": account_facts(account) if account else None,
        "audit": account_lines(account) if account else [],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None

"""Creating and editing persons, one by one or thousands at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record, record_many
from mwalimu.people.engine.names import name_key
from mwalimu.people.models import (
    Affiliation,
    Contact,
    Person,
    PersonLanguage,
    Sector,
    Sex,
)
from mwalimu.people.operations.refusals import PeopleRefused, Problem, erased, refuse
from mwalimu.people.signals import person_edited
from mwalimu.reference.models import Member
from mwalimu.shared.texts import is_readable

KEY_LENGTH = Person._meta.get_field("key").max_length or 200
NAME_LENGTH = Person._meta.get_field("name").max_length or 200
YOUNGEST, OLDEST = 14, 100  # years of age on the day of recording
CHUNK = 1000


@dataclass(frozen=True)
class Work:
    """Where a person works: a Member's administration, or an organisation there."""

    sector: str = Sector.CUSTOMS
    member: Member | None = None
    organisation: str = ""
    unit: str = ""
    post: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class PersonFacts:
    """What is recorded on a person. `languages` is language to CEFR level or empty."""

    name: str
    name_other_script: str = ""
    sex: str = Sex.NOT_RECORDED
    birth_year: int | None = None
    staff_hash: str = ""  # people.engine.names.staff_hash, made at the edge
    work: Sequence[Work] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    email: str = ""
    phone: str = ""


def check_facts(facts: PersonFacts, at: datetime) -> list[Problem]:
    """Everything that is wrong with the facts."""
    found = [_name(facts.name), _birth_year(facts.birth_year, at)]
    if len(facts.name_other_script) > NAME_LENGTH:
        found.append(_long("name_other_script", len(facts.name_other_script)))
    if facts.sex not in Sex.values:
        found.append(Problem("sex", pgettext("refusal", "Sex is F, M, U or N.")))
    found += [problem for work in facts.work for problem in check_work(work)]
    return [problem for problem in found if problem]


def _name(name: str) -> Problem | None:
    letters = any(map(str.isalpha, name)) and is_readable(name)
    if not letters or not name_key(name):
        return Problem(
            "name", pgettext("refusal", "Write the name, with at least one letter.")
        )
    return _long("name", len(name)) if len(name) > NAME_LENGTH else None


def _long(field: str, length: int) -> Problem:
    text = pgettext(
        "refusal", "This is %(length)d characters long; at most %(limit)d fit."
    )
    return Problem(field, text % {"length": length, "limit": NAME_LENGTH})


def _birth_year(year: int | None, at: datetime) -> Problem | None:
    first, last = at.year - OLDEST, at.year - YOUNGEST
    if year is None or first <= year <= last:
        return None
    text = pgettext(
        "refusal",
        "%(year)d cannot be a birth year: write a year from %(first)d to %(last)d,"
        " or leave it empty.",
    )
    return Problem("birth_year", text % {"year": year, "first": first, "last": last})


def check_work(work: Work) -> list[Problem]:
    """Everything that is wrong with an affiliation."""
    found = []
    if work.sector not in Sector.values:
        found.append(
            Problem("sector", pgettext("refusal", "This sector does not exist."))
        )
    if work.sector == Sector.CUSTOMS and work.member is None:
        text = pgettext("refusal", "Say which Member's Customs administration it is.")
        found.append(Problem("member", text))
    if work.since and work.until and work.until < work.since:
        text = pgettext("refusal", "The last day is before the first day.")
        found.append(Problem("until", text))
    found += [
        _long(name, len(value))
        for name in ("organisation", "unit", "post")
        if len(value := getattr(work, name)) > NAME_LENGTH
    ]
    return found


def create_person(
    *,
    name: str,
    by: Actor,
    at: datetime,
    name_other_script: str = "",
    sex: str = Sex.NOT_RECORDED,
    birth_year: int | None = None,
    staff_hash: str = "",
    work: Sequence[Work] = (),
    languages: Mapping[str, str] | None = None,
    email: str = "",
    phone: str = "",
    synthetic: bool = False,
) -> Person:
    """Record a person. Raises PeopleRefused."""
    facts = PersonFacts(
        name=name,
        name_other_script=name_other_script,
        sex=sex,
        birth_year=birth_year,
        staff_hash=staff_hash,
        work=work,
        languages=languages or {},
        email=email,
        phone=phone,
    )
    return create_people_many([facts], by=by, at=at, synthetic=synthetic)[0]


@transaction.atomic
def create_people_many(
    facts: Iterable[PersonFacts],
    *,
    by: Actor,
    at: datetime,
    synthetic: bool = False,
) -> list[Person]:
    """Record many persons with the same checks, in bulk; all or none.

    Returns them in the order given. Raises PeopleRefused; the field of each problem
    starts with the position of its person ("17.birth_year") where there are several.
    """
    made: list[Person] = []
    for chunk in _chunks(facts):
        _check_all(chunk, at, len(made))
        made += _create_chunk(chunk, by, at, synthetic)
    return made


def _chunks(facts: Iterable[PersonFacts]) -> Iterator[list[PersonFacts]]:
    rest = iter(facts)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _check_all(chunk: list[PersonFacts], at: datetime, before: int) -> None:
    alone = before == 0 and len(chunk) == 1
    found = [
        problem if alone else Problem(f"{place}.{problem.field}", problem.message)
        for place, facts in enumerate(chunk, before)
        for problem in check_facts(facts, at)
    ]
    if found:
        raise PeopleRefused(*found)


def _create_chunk(
    chunk: list[PersonFacts], by: Actor, at: datetime, synthetic: bool
) -> list[Person]:
    people = Person.objects.bulk_create(
        Person(
            name=plain(facts.name),
            name_other_script=plain(facts.name_other_script),
            key=name_key(facts.name)[:KEY_LENGTH],
            sex=facts.sex,
            birth_year=facts.birth_year,
            staff_number_hash=facts.staff_hash,
            synthetic=synthetic,
            created_at=at,
            created_by=by,
        )
        for facts in chunk
    )
    pairs = list(zip(people, chunk, strict=True))
    Affiliation.objects.bulk_create(
        affiliation(person, work) for person, facts in pairs for work in facts.work
    )
    PersonLanguage.objects.bulk_create(
        PersonLanguage(person=person, language=language, level=level)
        for person, facts in pairs
        for language, level in facts.languages.items()
    )
    Contact.objects.bulk_create(
        Contact(person=person, kind=kind, value=value.strip())
        for person, facts in pairs
        for kind, value in (
            (Contact.Kind.EMAIL, facts.email),
            (Contact.Kind.PHONE, facts.phone),
        )
        if value.strip()
    )
    lines = ((person.uuid, {"members": members_of(facts)}) for person, facts in pairs)
    record_many("create", "person", lines, by=by, at=at)
    return people


def plain(text: str) -> str:
    """On one line, with single spaces."""
    return " ".join(text.split())


def members_of(facts: PersonFacts) -> list[str]:
    """Codes of the Members in which the person works, for the audit trail."""
    return sorted({work.member.code for work in facts.work if work.member})


def affiliation(person: Person, work: Work) -> Affiliation:
    """The row, not yet stored."""
    return Affiliation(
        person=person,
        member=work.member,
        organisation=work.organisation,
        sector=work.sector,
        unit=work.unit,
        post=work.post,
        since=work.since,
        until=work.until,
    )


@transaction.atomic
def edit_person(
    person: Person,
    *,
    by: Actor,
    at: datetime,
    name: str,
    name_other_script: str = "",
    sex: str = Sex.NOT_RECORDED,
    birth_year: int | None = None,
    staff_hash: str | None = None,
) -> Person:
    """Correct what identifies a person; `staff_hash=None` leaves it as it is.

    The audit line says which columns changed and never what they held.
    """
    facts = PersonFacts(name, name_other_script, sex, birth_year, staff_hash or "")
    refuse(erased(person), *check_facts(facts, at))
    wanted = {
        "name": plain(name),
        "name_other_script": plain(name_other_script),
        "key": name_key(name)[:KEY_LENGTH],
        "sex": sex,
        "birth_year": birth_year,
    }
    if staff_hash is not None:
        wanted["staff_number_hash"] = staff_hash
    changed = [
        column for column, value in wanted.items() if getattr(person, column) != value
    ]
    if not changed:
        return person
    for column in changed:
        setattr(person, column, wanted[column])
    person.save(update_fields=changed)
    record(
        "edit", "person", person.uuid, by=by, at=at, after={"changed": sorted(changed)}
    )
    person_edited.send(Person, person=person, at=at)
    return person

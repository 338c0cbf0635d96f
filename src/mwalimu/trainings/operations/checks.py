"""What is checked before a training is written. Pure: facts in, problems out."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import pgettext

from mwalimu.people.engine.names import name_key
from mwalimu.people.models import Person, Sector, Sex
from mwalimu.programmes.models import Mode
from mwalimu.reference.models import Member, Topic
from mwalimu.shared.texts import is_readable
from mwalimu.trainings.models import TrainingTrainer
from mwalimu.trainings.operations.facts import NamedEntry, NewPerson, TrainingFacts
from mwalimu.trainings.operations.problems import Problem

FIRST_YEAR = 1990
YEARS_AHEAD = 2
MOST_PEOPLE = 10_000
MOST_NAMED = 2_000
MOST_HOURS = 2_000
LENGTHS = {"title": 200, "place": 200, "audience": 200, "note": 5000}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
MODES = frozenset(Mode.values)
SECTORS = frozenset(Sector.values)
SEXES = frozenset(Sex.values)
TRAINER_ROLES = frozenset(TrainingTrainer.Role.values)

Problems = Iterator[Problem]


def day_at(host: Member, at: datetime) -> date:
    """The civil day at the host at an instant."""
    try:
        return at.astimezone(ZoneInfo(host.time_zone)).date()
    except (ZoneInfoNotFoundError, ValueError):
        return at.date()


def problems_in(facts: TrainingFacts, at: datetime) -> list[Problem]:
    """Everything that can never be stored, whatever the status of the record."""
    found = [*_texts(facts), *_choices(facts), *_dates(facts, at)]
    if not found:  # the checks below need a span of days
        found += _hours(facts)
        found += _trainers(facts)
        found += _named(facts)
        found += _counts(facts)
    return found


def missing_for_submission(facts: TrainingFacts, at: datetime) -> list[Problem]:
    """What a draft may still lack and a submitted record may not."""
    return [*_not_begun(facts, at), *_empty(facts)]


def _texts(facts: TrainingFacts) -> Problems:
    for name, limit in LENGTHS.items():
        text = getattr(facts, name)
        if len(text) > limit:
            wrong = pgettext(
                "problem", "%(length)s characters are too many: write at most %(most)s."
            )
            yield Problem.of(name, text, wrong % {"length": len(text), "most": limit})
        elif not is_readable(text):
            wrong = pgettext("problem", "This text holds a character that no text has.")
            yield Problem.of(name, "", wrong)
    if not facts.title.strip():
        yield Problem.of("title", "", pgettext("problem", "Give the training a title."))
    if facts.language and not (
        len(facts.language) <= 10 and LANGUAGE.match(facts.language)
    ):
        wrong = pgettext("problem", "This is no language code: write en, fr, pt or es.")
        yield Problem.of("language", facts.language, wrong)


def _choices(facts: TrainingFacts) -> Problems:
    if not known_member(facts.host):
        wrong = pgettext("problem", "This is no Member: choose the host from the list.")
        yield Problem.of("host", facts.host, wrong)
    if facts.mode not in MODES:
        wrong = pgettext("problem", "This is no mode. Right would be one of: %(all)s.")
        yield Problem.of("mode", facts.mode, wrong % {"all": ", ".join(Mode.values)})
    for topic in facts.topics:
        if not isinstance(topic, Topic) or topic.pk is None:
            wrong = pgettext("problem", "This is no topic: choose it from the list.")
            yield Problem.of("topics", topic, wrong)
    if len(set(facts.topics)) < len(facts.topics):
        wrong = pgettext("problem", "A topic is named twice: name it once.")
        yield Problem.of("topics", ", ".join(map(str, facts.topics)), wrong)


def known_member(member: Any) -> bool:
    """Whether this is a Member that exists."""
    return isinstance(member, Member) and member.pk is not None


def _dates(facts: TrainingFacts, at: datetime) -> Problems:
    last_year = at.year + YEARS_AHEAD
    far = False
    for name, day in (("starts", facts.starts), ("ends", facts.ends)):
        if not FIRST_YEAR <= day.first.year <= last_year:
            far = True
            wrong = pgettext("problem", "Give a year from %(first)s to %(last)s.")
            yield Problem.of(
                name, day, wrong % {"first": FIRST_YEAR, "last": last_year}
            )
    if facts.ends.last < facts.starts.first:
        wrong = pgettext(
            "problem",
            "The training ends before it starts on %(start)s: "
            "give that day or a later one.",
        )
        yield Problem.of("ends", facts.ends, wrong % {"start": facts.starts})
    elif facts.days > 2 * 366 and not far:
        wrong = pgettext(
            "problem", "The training lasts more than two years: check both dates."
        )
        yield Problem.of("ends", facts.ends, wrong)


def between(value: Any, low: float, high: float) -> bool:
    """Whether a number is from `low` to `high`; what is no number is not."""
    try:
        return bool(low <= value <= high)
    except (TypeError, InvalidOperation):
        return False


def _hours(facts: TrainingFacts) -> Problems:
    if facts.hours is None:
        return
    most = min(24 * facts.days, MOST_HOURS)
    if not between(facts.hours, 0.1, most):
        wrong = pgettext(
            "problem", "Hours must be more than 0 and at most %(most)s: %(days)s days."
        )
        text = wrong % {"most": most, "days": facts.days}
        yield Problem.of("hours", facts.hours, text)


def _days(field: str, days: Any, facts: TrainingFacts) -> Problems:
    if days is not None and not between(days, 0.1, facts.days):
        wrong = pgettext(
            "problem", "Days must be more than 0 and at most %(most)s, as it lasted."
        )
        yield Problem.of(field, days, wrong % {"most": facts.days})


def _trainers(facts: TrainingFacts) -> Problems:
    seen: set[int] = set()
    leads = 0
    for number, row in enumerate(facts.trainers):
        field = f"trainers[{number}]"
        if row.role not in TRAINER_ROLES:
            wrong = pgettext("problem", "This is no role of a trainer: choose one.")
            yield Problem.of(f"{field}.role", row.role, wrong)
        if row.person.pk in seen:
            wrong = pgettext("problem", "This trainer is named twice: keep one row.")
            yield Problem.of(f"{field}.person", row.person.uuid, wrong)
        if row.member is not None and not known_member(row.member):
            yield _no_member(f"{field}.member", row.member)
        yield from _days(f"{field}.days", row.days, facts)
        seen.add(row.person.pk)
        leads += row.role == TrainingTrainer.Role.LEAD
        if leads > 1 and row.role == TrainingTrainer.Role.LEAD:
            wrong = pgettext(
                "problem", "There is one lead trainer already: choose another role."
            )
            yield Problem.of(f"{field}.role", row.role, wrong)


def _no_member(field: str, member: Any) -> Problem:
    wrong = pgettext("problem", "This is no Member: choose one from the list.")
    return Problem.of(field, member, wrong)


def _named(facts: TrainingFacts) -> Problems:
    if len(facts.participations) > MOST_NAMED:
        wrong = pgettext(
            "problem", "Too many names for one training: name at most %(most)s people."
        )
        number = len(facts.participations)
        yield Problem.of("participations", number, wrong % {"most": MOST_NAMED})
        return
    seen: set[Any] = {row.person.pk for row in facts.trainers}
    trainers = len(seen)
    span = facts.days
    for number, row in enumerate(facts.participations):
        key = identity(row)
        seen.add(key)
        if len(seen) == trainers + number + 1 and plausible(row, span):
            continue
        yield from _participation(number, row, facts)
        if len(seen) != trainers + number + 1:
            trainers -= 1  # so that the rows after this one are not blamed
            yield _twice(number, row, facts)


def identity(row: NamedEntry) -> Any:
    """What tells two people of one list apart: the record, or the name as written."""
    if isinstance(row.person, Person):
        return row.person.pk
    name = " ".join(row.person.name.casefold().split())
    return (name, row.person.organisation.strip().casefold())


def plausible(row: NamedEntry, span: int) -> bool:
    """The quick answer for the usual row; `_participation` says what is wrong."""
    return (
        row.sector in SECTORS
        and row.sex in SEXES
        and (row.member is None or row.member.pk is not None)
        and (row.days is None or between(row.days, 0.1, span))
        and (row.pre_score is None or between(row.pre_score, 0, 100))
        and (row.post_score is None or between(row.post_score, 0, 100))
        and (isinstance(row.person, Person) or writable(row.person))
    )


def writable(person: NewPerson) -> bool:
    """Whether a record can be made of what is written."""
    fits = len(person.name) <= 200 and len(person.organisation) <= 200
    clean = is_readable(person.name + person.organisation)
    letters = any(map(str.isalpha, person.name)) and bool(name_key(person.name))
    return fits and clean and letters


def _participation(number: int, row: NamedEntry, facts: TrainingFacts) -> Problems:
    field = f"participations[{number}]"
    yield from _group(field, row)
    yield from _days(f"{field}.days", row.days, facts)
    for name in ("pre_score", "post_score"):
        score = getattr(row, name)
        if score is not None and not between(score, 0, 100):
            wrong = pgettext("problem", "A score is a percentage: write 0 to 100.")
            yield Problem.of(f"{field}.{name}", score, wrong)
    if not isinstance(row.person, Person) and not writable(row.person):
        wrong = pgettext(
            "problem",
            "Write a name with at least one letter; name and employer have at most "
            "200 characters each.",
        )
        yield Problem.of(f"{field}.person", row.person.name, wrong)


def _group(field: str, row: Any) -> Problems:
    if row.sector not in SECTORS:
        wrong = pgettext(
            "problem", "This is no sector. Right would be one of: %(all)s."
        )
        text = wrong % {"all": ", ".join(Sector.values)}
        yield Problem.of(f"{field}.sector", row.sector, text)
    if row.sex not in SEXES:
        wrong = pgettext(
            "problem", "Write F, M, U for undisclosed or N for not recorded."
        )
        yield Problem.of(f"{field}.sex", row.sex, wrong)
    if row.member is not None and not known_member(row.member):
        yield _no_member(f"{field}.member", row.member)


def _twice(number: int, row: NamedEntry, facts: TrainingFacts) -> Problem:
    field = f"participations[{number}].person"
    shown = row.person.name or "?"
    if identity(row) in {trainer.person.pk for trainer in facts.trainers}:
        wrong = pgettext(
            "problem",
            "This person is a trainer of this training: a trainer is not counted "
            "among its participants.",
        )
    else:
        wrong = pgettext("problem", "This person is named twice: keep one row.")
    return Problem.of(field, shown, wrong)


def _counts(facts: TrainingFacts) -> Problems:
    seen: set[tuple[Any, str, str]] = set()
    for number, row in enumerate(facts.head_counts):
        field = f"head_counts[{number}]"
        yield from _group(field, row)
        whole = isinstance(row.count, int) and not isinstance(row.count, bool)
        if not whole or not between(row.count, 1, MOST_PEOPLE):
            wrong = pgettext(
                "problem", "Write a whole number of people from 1 to %(most)s."
            )
            yield Problem.of(
                f"{field}.count", row.count, wrong % {"most": f"{MOST_PEOPLE:,}"}
            )
            return
        group = (row.member.pk if row.member else None, row.sector, row.sex)
        if group in seen:
            wrong = pgettext(
                "problem",
                "This group of Member, sector and sex is counted twice: add both up.",
            )
            yield Problem.of(field, row.count, wrong)
        seen.add(group)
    if facts.people > MOST_PEOPLE:
        wrong = pgettext(
            "problem", "More than %(most)s people in one training: check the counts."
        )
        yield Problem.of(
            "head_counts", facts.people, wrong % {"most": f"{MOST_PEOPLE:,}"}
        )


def _not_begun(facts: TrainingFacts, at: datetime) -> Problems:
    today = day_at(facts.host, at)
    if facts.starts.first > today:
        wrong = pgettext(
            "problem",
            "The training has not started yet (today is %(today)s): "
            "submit it when it has.",
        )
        yield Problem.of("starts", facts.starts, wrong % {"today": today.isoformat()})


def _empty(facts: TrainingFacts) -> Problems:
    missing: list[tuple[str, bool, Callable[[], str]]] = [
        (
            "topics",
            bool(facts.topics),
            lambda: pgettext("problem", "Choose at least one topic."),
        ),
        (
            "trainers",
            any(row.role == TrainingTrainer.Role.LEAD for row in facts.trainers),
            lambda: pgettext("problem", "Name the lead trainer."),
        ),
        (
            "people",
            facts.people > 0,
            lambda: pgettext(
                "problem", "Say who took part: by name, or as head-counts."
            ),
        ),
    ]
    for field, given, wrong in missing:
        if not given:
            yield Problem.of(field, "", wrong())

"""The index of the pool: derived from awards, trainings, work, profiles and consents.

Kept by the receivers; `rebuild_pool` gives the same result without them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Max

from mwalimu.people.models import Affiliation, Person, Sector
from mwalimu.qualification.engine.pool import Work, left_on, moved_on
from mwalimu.qualification.models import (
    Accreditation,
    Award,
    PoolRow,
    Profile,
    Suspension,
)
from mwalimu.qualification.queries.pool.profiles import ranks_of
from mwalimu.qualification.queries.pool.searching import EVERYTHING, SHOWN
from mwalimu.shared import search
from mwalimu.shared.rows import batches
from mwalimu.shared.search import fold, words_of
from mwalimu.trainings.models import Training, TrainingTrainer
from mwalimu.trainings.querysets import counted_at_q

AT_ONCE = 500
Texts = dict[int, list[tuple[str, str]]]


@dataclass
class _Facts:
    """What the rows of some people follow from."""

    people: dict[int, Person]
    delivered: dict[tuple[int, int], tuple[date, int]] = field(default_factory=dict)
    work: defaultdict[int, list[Affiliation]] = field(
        default_factory=lambda: defaultdict(list)
    )
    suspended: dict[int, date] = field(default_factory=dict)
    ranks: dict[int, dict[str, int]] = field(default_factory=dict)
    about: dict[int, str] = field(default_factory=dict)
    experts: dict[int, str] = field(default_factory=dict)


def refresh_pool(people: Iterable[int]) -> int:
    """Derive the rows of these people (primary keys) anew; how many there are."""
    return sum(_refresh(some) for some in batches(sorted(set(people)), AT_ONCE))


def refresh_everybody() -> int:
    """The same for all, a transaction at a time: others can write meanwhile."""
    return refresh_pool(_awarded())


def _awarded() -> set[int]:
    return set(Award.objects.order_by().values_list("person_id", flat=True).distinct())


def rebuild_pool(on_progress: Callable[[int, int], None] | None = None) -> int:
    """Derive everything anew; how many rows there are."""
    with transaction.atomic():
        PoolRow.objects.all().delete()
        search.clear(EVERYTHING)
        search.clear(SHOWN)
        people, count, done = sorted(_awarded()), 0, 0
        for some in batches(people, AT_ONCE):
            count += _refresh(some)
            done += len(some)
            if on_progress:
                on_progress(done, len(people))
    return count


def refresh_trainers(trainings: Iterable[Training]) -> int:
    """The same for those who taught these trainings and hold an award."""
    keys = [training.pk for training in trainings]
    taught = TrainingTrainer.objects.filter(training__in=keys).values("person")
    people = Award.objects.filter(person__in=taught).values_list("person_id", flat=True)
    return refresh_pool(people)


def forget_in_pool(person: int) -> None:
    """Nobody finds the person any more."""
    keys = list(PoolRow.objects.filter(person=person).values_list("pk", flat=True))
    search.forget(EVERYTHING, keys)
    search.forget(SHOWN, keys)
    PoolRow.objects.filter(pk__in=keys).delete()


@transaction.atomic
def _refresh(people: list[int]) -> int:
    awards: list[Any] = list(
        Award.objects.filter(person__in=people, person__erased_at=None)
        .select_related("person", "topic", "member")
        .order_by("pk")
    )
    old = set(PoolRow.objects.filter(person__in=people).values_list("pk", flat=True))
    gone = old - {award.pk for award in awards}
    facts = _facts_of(awards)
    rows = [_row(award, facts) for award in awards]
    columns = [each.name for each in PoolRow._meta.concrete_fields]
    PoolRow.objects.filter(pk__in=gone).delete()
    PoolRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["award"],
        update_fields=[name for name in columns if name != "award"],
    )
    _index(awards, facts, gone)
    return len(rows)


def _facts_of(awards: list[Any]) -> _Facts:
    """Everything that rows follow from, in six queries."""
    facts = _Facts({award.person_id: award.person for award in awards})
    people = facts.people.keys()
    taught = TrainingTrainer.objects.filter(
        counted_at_q(None, "training__"), person__in=people
    )
    cut = taught.values_list("person_id", "training__topics")
    for person, topic, last, number in cut.annotate(
        last=Max("training__ends_on"), n=Count("pk")
    ).order_by():
        facts.delivered[person, topic] = (last, number)
    posts = Affiliation.objects.filter(person__in=people, sector=Sector.CUSTOMS)
    for post in posts.exclude(member=None).order_by("pk"):
        facts.work[post.person_id].append(post)
    pauses = Suspension.objects.filter(award__in=awards, until=None)
    facts.suspended = dict(pauses.values_list("award_id", "since"))
    facts.ranks = ranks_of(people)
    written = Profile.objects.filter(person__in=people).exclude(about="")
    facts.about = dict(written.values_list("person_id", "about"))
    facts.experts = _experts(people)
    return facts


def _experts(people: Iterable[int]) -> dict[int, str]:
    """By person, the accreditations that hold: ` TYPE:FIELD ` for each."""
    rows = Accreditation.objects.holding().filter(person__in=people)
    pairs = rows.order_by("type__position", "field__position", "pk").values_list(
        "person_id", "type__code", "field__code"
    )
    found: dict[int, str] = {}
    for person, type_code, field_code in pairs:
        mark = f"{type_code}:{field_code or ''} "
        found[person] = found.get(person, " ") + mark
    return found


def _row(award: Any, facts: _Facts) -> PoolRow:
    posts = facts.work[award.person_id]
    work = [Work(post.since, post.until) for post in posts]
    last, number = facts.delivered.get((award.person_id, award.topic_id), (None, 0))
    ranks = facts.ranks.get(award.person_id, {})
    return PoolRow(
        award=award,
        person_id=award.person_id,
        topic_id=award.topic_id,
        member_id=award.member_id,
        key=" ".join(map(fold, words_of(award.person.name)))[:200],
        since=award.valid_from,
        until=_no_longer(award),
        delivered=number,
        delivered_on=last,
        moved_on=moved_on(work, award.valid_from),
        left_on=left_on(work),
        suspended_on=facts.suspended.get(award.pk),
        experts=facts.experts.get(award.person_id, ""),
        name_to=ranks.get("name", 0),
        languages_to=ranks.get("languages", 0),
        experience_to=ranks.get("experience", 0),
        availability_to=ranks.get("availability", 0),
        accredited_to=ranks.get("accredited", 0),
    )


def _no_longer(award: Award) -> date | None:
    """The first day on which an award does not hold."""
    last = award.valid_until
    ends = [award.ended_on, last + timedelta(days=1) if last else None]
    return min((end for end in ends if end), default=None)


def _index(awards: list[Any], facts: _Facts, gone: Iterable[int]) -> None:
    """Make the rows findable by words: by all, and by what administrations may read."""
    shown: Texts = {}
    everything: Texts = {}
    for award in awards:
        ranks = facts.ranks.get(award.person_id, {})
        about = facts.about.get(award.person_id, "")
        plain = [(award.person.name, ""), *_names(award.topic), *_names(award.member)]
        posts = facts.work[award.person_id]
        own = [(f"{post.post} {post.unit}", "") for post in posts if not post.until]
        told = [(about, "")] if about else []
        everything[award.pk] = [*plain, *own, *told]
        shown[award.pk] = [*plain, *(told if ranks.get("about", 0) else [])]
    for kind, texts in ((EVERYTHING, everything), (SHOWN, shown)):
        search.forget(kind, gone)
        search.reindex(kind, texts)


def _names(row: Any) -> list[tuple[str, str]]:
    return [(text, language) for language, text in row.names.items()]

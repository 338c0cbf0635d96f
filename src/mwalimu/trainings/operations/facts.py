"""The facts of one training, as whoever records it states them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mwalimu.people.models import Person
from mwalimu.reference.models import Initiative, Member, Topic
from mwalimu.shared.dates import PartialDate
from mwalimu.trainings.models import Training

Number = Decimal | float | int | None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who has no record yet; gets one together with the training."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class TrainerEntry:
    """Who taught. Without `member`: the Member they worked for on the first day."""

    person: Person
    role: str
    days: Number = None
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """Somebody who took part, by name. `member` None means: not recorded."""

    person: Person | NewPerson
    sector: str
    sex: str
    member: Member | None = None
    days: Number = None
    pre_score: Number = None
    post_score: Number = None
    certificate: bool = False


@dataclass(frozen=True, slots=True)
class CountEntry:
    """People who took part and are not named. `member` None means: not recorded."""

    sector: str
    sex: str
    count: int
    member: Member | None = None


@dataclass(frozen=True)
class TrainingFacts:
    """One training and its people; named people and head-counts are different people."""

    title: str
    host: Member
    starts: PartialDate
    ends: PartialDate
    mode: str
    topics: tuple[Topic, ...] = ()
    place: str = ""
    hours: Number = None
    language: str = ""
    initiative: Initiative | None = None
    audience: str = ""
    note: str = ""
    trainers: Sequence[TrainerEntry] = ()
    participations: Sequence[NamedEntry] = ()
    head_counts: Sequence[CountEntry] = ()

    @property
    def people(self) -> int:
        """How many people took part: named, and counted by head."""
        return len(self.participations) + sum(row.count for row in self.head_counts)

    @property
    def days(self) -> int:
        """The most days it can have lasted, as far as its dates are known."""
        return (self.ends.last - self.starts.first).days + 1

    @property
    def counted_topic(self) -> str:
        """The topic under which figures count it, so that every cut adds up."""
        if len(self.topics) == 1:
            return self.topics[0].code
        return "several" if self.topics else ""


def facts_of(training: Training) -> TrainingFacts:
    """The facts of a version as they stand in the database (6 queries)."""
    trainers = training.trainers.select_related("person", "member").order_by("pk")
    named = training.participations.select_related("person", "member").order_by("pk")
    counts = training.head_counts.select_related("member").order_by("pk")
    return TrainingFacts(
        title=training.title,
        host=training.host,
        starts=training.starts,
        ends=training.ends,
        mode=training.mode,
        topics=tuple(training.topics.all()),
        place=training.place,
        hours=training.hours,
        language=training.language,
        initiative=training.initiative,
        audience=training.audience,
        note=training.note,
        trainers=tuple(
            TrainerEntry(row.person, row.role, row.days, row.member) for row in trainers
        ),
        participations=tuple(
            NamedEntry(
                person=row.person,
                sector=row.sector,
                sex=row.sex,
                member=row.member,
                days=row.days,
                pre_score=row.pre_score,
                post_score=row.post_score,
                certificate=row.certificate,
            )
            for row in named
        ),
        head_counts=tuple(
            CountEntry(row.sector, row.sex, row.count, row.member) for row in counts
        ),
    )

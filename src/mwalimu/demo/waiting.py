"""Records that wait for somebody, so that every workspace has something to do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from mwalimu.demo.records import World
from mwalimu.people.models import Person
from mwalimu.people.operations import actor_of
from mwalimu.programmes.models import Mode
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.trainings.models import Source, Training, TrainingTrainer
from mwalimu.trainings.operations import (
    CountEntry,
    TrainerEntry,
    TrainingFacts,
    record_training,
    return_training,
    submit_training,
)

People = Mapping[str, Person]
EIGHTEEN = (
    ("customs", "F", 4),
    ("customs", "M", 7),
    ("other_agency", "M", 2),
    ("private", "F", 2),
    ("private", "M", 3),
)
KENYA, TOGO = "EA-HS-HS-KE-1", "WA-RMIA-RM-TG-1"
FIJI, UGANDA = "PI-HSCV-HS-FJ-1", "EA-HS-HS-UG-1"


def leave_work_waiting(world: World, who: People, *, at: datetime) -> None:
    """Drafts, submitted and returned records; none of them counts."""
    _draft(world, who["registrar.ke"], KENYA, 3, at)
    _submitted(world, who["registrar.ke"], KENYA, 10, at)
    _submitted(world, who["trainer.ke"], KENYA, 17, at)
    _submitted(world, who["coordinator.ke"], KENYA, 20, at)  # for the head or the team
    _returned(world, who["registrar.ke"], who["coordinator.ke"], KENYA, 31, at)
    _draft(world, who["trainer.ke"], KENYA, 5, at)
    _from_abroad(world, who["team"], 24, at)
    _submitted(world, who["team"], FIJI, 19, at)
    _submitted(world, who["trainer.tg"], TOGO, 12, at)
    _returned(world, who["trainer.tg"], who["coordinator.tg"], TOGO, 40, at)


def _facts(world: World, seat: str, days_ago: int, at: datetime) -> TrainingFacts:
    trainer = world.people[seat]
    _, topic, member, _ = seat.rsplit("-", 3)
    host = world.members[member]
    language = "fr" if member == "TG" else "en"
    starts = at.date() - timedelta(days=days_ago + 3)
    subject = world.topics[topic].name(language).text
    text = {"en": f"{subject}: refresher", "fr": f"{subject} : remise à niveau"}
    return TrainingFacts(
        title=text[language],
        host=host,
        starts=PartialDate(starts, Precision.DAY),
        ends=PartialDate(starts + timedelta(days=1), Precision.DAY),
        mode=Mode.IN_PERSON,
        topics=(world.topics[topic],),
        hours=12,
        language=language,
        trainers=[
            TrainerEntry(trainer, TrainingTrainer.Role.LEAD, days=2, member=host)
        ],
        head_counts=[
            CountEntry(sector, sex, count, host) for sector, sex, count in EIGHTEEN
        ],
    )


def _draft(
    world: World, enters: Person, seat: str, days_ago: int, at: datetime
) -> Training:
    return record_training(
        facts=_facts(world, seat, days_ago, at),
        source=Source.FORM,
        by=actor_of(enters),
        at=at - timedelta(days=days_ago - 1),
        synthetic=True,
    )


def _submitted(
    world: World, enters: Person, seat: str, days_ago: int, at: datetime
) -> Training:
    training = _draft(world, enters, seat, days_ago, at)
    sent = at - timedelta(days=days_ago - 2)
    return submit_training(training, by=actor_of(enters), at=sent)


def _returned(
    world: World, enters: Person, by: Person, seat: str, days_ago: int, at: datetime
) -> Training:
    training = _submitted(world, enters, seat, days_ago, at)
    reasons = {
        KENYA: "The sign-in sheet shows 20 people, the record 18: please check.",
        TOGO: "La feuille d’émargement indique 20 personnes, la fiche 18 : à vérifier.",
    }
    sent_back = at - timedelta(days=days_ago - 4)
    return return_training(
        training, reason=reasons[seat], by=actor_of(by), at=sent_back
    )


def _from_abroad(world: World, enters: Person, days_ago: int, at: datetime) -> None:
    """A trainer of Uganda taught in Kenya, whose coordinator is asked to confirm it."""
    lead = TrainerEntry(
        world.people[UGANDA],
        TrainingTrainer.Role.LEAD,
        days=2,
        member=world.members["UG"],
    )
    facts = replace(_facts(world, KENYA, days_ago, at), trainers=[lead])
    by, day = actor_of(enters), at - timedelta(days=days_ago - 2)
    training = record_training(
        facts=facts, source=Source.FORM, by=by, at=day, synthetic=True
    )
    submit_training(training, by=by, at=day)

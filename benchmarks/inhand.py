"""Sign-ins of the bench, and the work that waits for them."""

from dataclasses import replace
from datetime import date

from benchmarks.dataset import AT, FIRST, Bench, load, records
from benchmarks.journey import lead_a_cohort, learner
from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.operations import actor_for
from mwalimu.people.models import Person
from mwalimu.people.operations import Work, assign_role, create_person, invite
from mwalimu.qualification.models import Award
from mwalimu.reference.models import Member
from mwalimu.shared.files import WORK, uploads
from mwalimu.trainings.models import Source, Training, TrainingTrainer
from mwalimu.trainings.operations import (
    TrainerEntry,
    TrainingFacts,
    record_training,
    submit_training,
)

WAITING = 200  # drafts, and as many again that wait to be verified; times the scale
ROLES = ("team", "coordinator", "trainer", "assessor", "learner")  # who sign in
DEPUTY = "deputy_coordinator"  # Kenya's, who has no account
PASSWORD = "a bench password"


def leave_work(scale: float) -> None:
    """Who signs in; an upload that was begun; drafts, records that wait; a cohort."""
    bench = load()
    kenya = Member.objects.get(code=FIRST[0])
    team = actor_for(invite_official(bench, "project_team", "team"))
    coordinator = _official(bench, "coordinator", kenya)
    account = _invite(bench, coordinator, "coordinator")
    keeper = actor_for(account)
    uploads.start(
        owner=account.uuid,
        purpose="bench",
        name="sheet.pdf",
        size=100_000,
        modified=0,
        kinds=WORK,
        at=AT,
    )
    _official(bench, DEPUTY, kenya)
    holder = Award.objects.filter(member=kenya).earliest("pk").person
    trainer = actor_for(_invite(bench, holder, "trainer"))
    number = max(2, int(WAITING * scale))
    for row in records(bench, 2 * number, seed=8):
        own = row.facts.host == kenya
        training = _draft(row.facts, keeper if own else bench.by)
        if training.pk % 2:
            submit_training(training, by=bench.by, at=AT)
    lead = TrainerEntry(holder, TrainingTrainer.Role.LEAD, member=kenya)
    facts = next(records(bench, 1, seed=9)).facts
    for by in (keeper, trainer):
        _draft(replace(facts, host=kenya, trainers=[lead]), by)
    assessors = []
    for name in ("assessor", "second.assessor"):
        judge = _official(bench, "assessor", None)
        assessors.append((judge, actor_for(_invite(bench, judge, name))))
    lead_a_cohort(team=team, assessors=assessors)
    _invite(bench, learner(), "learner")


def _draft(facts: TrainingFacts, by: Actor) -> Training:
    return record_training(facts=facts, source=Source.FORM, by=by, at=AT)


def _official(bench: Bench, role: str, member: Member | None) -> Person:
    work = [Work(member=member)] if member else []
    by = bench.by
    person = create_person(name=f"Bench {role}", work=work, by=by, at=AT)
    since = date(2018, 1, 1)
    assign_role(person, role=role, member=member, since=since, by=by, at=AT)
    return person


def invite_official(bench: Bench, role: str, name: str) -> Account:
    """Somebody who plays a role that is no Member's, and signs in by that name."""
    return _invite(bench, _official(bench, role, None), name)


def _invite(bench: Bench, person: Person, name: str) -> Account:
    email = address_of(name)
    return invite(
        person, email=email, password=PASSWORD, by=bench.by, at=AT, mail=False
    )


def address_of(name: str) -> str:
    """The address by which one of ROLES signs in."""
    return f"{name}@example.org"

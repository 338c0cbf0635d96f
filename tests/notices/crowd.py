"""A world in which something of every kind waits for somebody, in Kenya and in Togo."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from mwalimu.notices.models import Behind
from mwalimu.programmes.models import (
    Call,
    Cohort,
    DemoAssessor,
    DemoSlot,
    Holding,
    Invitation,
    Invited,
    Letter,
    NameRequest,
    Nomination,
    PanelMember,
    PanelMinutes,
    Review,
    Session,
)
from mwalimu.qualification.models import Award, Floor
from mwalimu.trainings.operations import (
    TrainerEntry,
    record_training,
    return_training,
)
from tests.cast import AT, make_person, seat_of
from tests.qualification.making import ask, hand_in
from tests.trainings.making import plain, submitted

ON = AT.date()
DAY = timedelta(days=1)


def crowd(who: dict[str, Any], cohort: Cohort, topics: Any, system: Any) -> None:
    """Fill the world; `who` is the cast by name, as fixtures."""
    _work(who, cohort, system)
    _sessions(who, cohort, topics, system)
    for member, name in (("kenya", "Amina Otieno"), ("togo", "Kossi Mensah")):
        officer = make_person(name, system, who[member])
        _call(cohort, who[member], officer, topics, system)
        _letter(cohort, who[member], system)
        seat_of(cohort, who[member], number=7)
        Floor.objects.create(
            cohort=cohort,
            member=who[member],
            topic=topics["HS"],
            least=3,
            set_at=AT,
            set_by=system,
        )
    _closed_call(cohort, topics, system)
    _trainings(who, topics)
    Award.objects.create(
        number="MT-CV-1",
        person=who["kenya_trainer"].person,
        topic=topics["CV"],
        member=who["kenya"],
        valid_from=ON - 900 * DAY,
        valid_until=ON + 20 * DAY,
        decided_at=AT,
        decided_by=system,
    )
    for name, place in (("wg_member", "kenya"), ("togo_wg_member", "togo")):
        Behind.objects.create(
            person=who[name].person,
            cohort=cohort,
            place=who[place].pk,
            missed=2,
            since=ON - 30 * DAY,
            seen_at=AT,
        )


def _work(who: dict[str, Any], cohort: Cohort, system: Any) -> None:
    mine, theirs = who["wg_member"].person, who["togo_wg_member"].person
    ask(cohort, "DUE", system, due=ON + 5 * DAY)
    again = ask(cohort, "AGAIN", system, due=ON - 20 * DAY)
    hand_in(again, mine, system, state="repeat", on=ON - 30 * DAY)
    hand_in(again, theirs, system, state="accepted", on=ON - 30 * DAY)
    waits = ask(cohort, "WAITS", system, due=ON - 20 * DAY)
    for person in (mine, theirs):
        hand_in(waits, person, system, on=ON - 20 * DAY)
    differs = hand_in(
        ask(cohort, "DIFFERS", system, due=ON - 9 * DAY), mine, system, on=ON - 9 * DAY
    )
    Review.objects.create(
        submission=differs,
        assessor=who["assessor"].person,
        decision="repeat",
        given_at=AT,
        given_by=system,
    )


def _sessions(who: dict[str, Any], cohort: Cohort, topics: Any, system: Any) -> None:
    coming = session(cohort, ON + 10 * DAY, title={"en": "Working group 2"})
    for name in ("wg_member", "togo_wg_member"):
        Invitation.objects.create(
            session=coming,
            person=who[name].person,
            state="sent",
            sent_at=AT,
            made_at=AT,
            made_by=system,
        )
    taught = session(cohort, ON - 2 * DAY, title={"en": "Working group 5"})
    slot = DemoSlot.objects.create(
        session=taught,
        candidate=who["wg_member"].person,
        topic=topics["HS"],
        position=1,
        day=ON - 2 * DAY,
    )
    DemoAssessor.objects.create(slot=slot, person=who["assessor"].person)
    minutes = PanelMinutes.objects.create(
        session=session(cohort, ON - 40 * DAY),
        language="en",
        content_hash="0" * 64,
        closed_at=AT - 8 * DAY,
        created_at=AT,
        created_by=system,
    )
    PanelMember.objects.create(
        minutes=minutes, person=who["second_assessor"].person, organisation="WCO"
    )


def session(cohort: Cohort, day: Any, **facts: Any) -> Session:
    """A working group of the cohort that begins on that day."""
    made = Session.objects.create(
        programme=cohort.programme, kind="working_group", starts_on=day, **facts
    )
    made.cohorts.add(cohort)
    return made


def _call(cohort: Cohort, member: Any, officer: Any, topics: Any, by: Any) -> None:
    call, _ = Call.objects.get_or_create(
        cohort=cohort,
        topic=topics["HS"],
        state="open",
        defaults={
            "opens_on": ON - 20 * DAY,
            "closes_on": ON + 5 * DAY,
            "created_at": AT,
            "created_by": by,
        },
    )
    Invited.objects.create(call=call, member=member, seats=2)
    facts = {"call": call, "member": member, "created_at": AT, "created_by": by}
    Nomination.objects.create(
        person=officer, state="submitted", submitted_at=AT - 3 * DAY, **facts
    )
    asked = Nomination.objects.create(
        person=officer, state="another", submitted_at=AT - 9 * DAY, **facts
    )
    NameRequest.objects.create(
        nomination=asked,
        language="en",
        text="Another name, please.",
        answer_by=ON + 3 * DAY,
        asked_at=AT,
        asked_by=by,
    )


def _closed_call(cohort: Cohort, topics: Any, by: Any) -> None:
    Call.objects.create(
        cohort=cohort,
        topic=topics["CV"],
        state="open",
        opens_on=ON - 30 * DAY,
        closes_on=ON - 5 * DAY,
        created_at=AT,
        created_by=by,
    )


def _letter(cohort: Cohort, member: Any, by: Any) -> None:
    Letter.objects.create(
        direction="out",
        kind="call",
        member=member,
        cohort=cohort,
        language="en",
        number=f"MTP/2024/{member.code}",
        subject="About Amina Otieno",
        answer_by=ON - 2 * DAY,
        issued_at=AT - 30 * DAY,
        created_at=AT,
        created_by=by,
    )


def _trainings(who: dict[str, Any], topics: Any) -> None:
    kenya, trainer = who["kenya"], who["kenya_trainer"]
    registrar, coordinator = who["kenya_registrar"], who["kenya_coordinator"]

    def facts(title: str, **more: Any) -> Any:
        return plain(kenya, topics["HS"], trainer.person, title=title, **more)

    record_training(facts=facts("Draft"), source="form", by=registrar.actor, at=AT)
    submitted(facts("Waits"), registrar.actor, AT - 2 * DAY)
    lead = TrainerEntry(who["uganda_trainer"].person, "lead", member=who["uganda"])
    submitted(facts("From abroad", trainers=(lead,)), registrar.actor, AT)
    back = submitted(facts("Back"), trainer.actor, AT - 20 * DAY)
    return_training(
        back, reason="Ask Amina Otieno.", by=coordinator.actor, at=AT - 15 * DAY
    )


def leaves(holding: Holding, day: Any) -> None:
    """Somebody left their seat on that day."""
    Holding.objects.filter(pk=holding.pk).update(until=day, ended="withdrawn")


def at_noon(day: Any) -> datetime:
    """An instant on that day."""
    return datetime.combine(day, time(12), UTC)

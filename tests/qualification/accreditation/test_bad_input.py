"""What does not fit is refused, said in words, and changes nothing."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from mwalimu.people.models import Affiliation
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    AssessedMission,
    ExpertType,
    ExpertWorkshop,
)
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Candidate,
    Entry,
    Expertise,
    Paper,
    TypeFacts,
    WorkshopFacts,
    change_terms,
    convert,
    enter,
    hold_workshop,
    propose,
    screen,
    take_back,
    take_over,
    write_type,
)
from tests.cast import AT, cast, make_person
from tests.qualification.experts import EARLY, scan

TODAY = AT.date()


@pytest.fixture
def do(team):
    return {"by": team.actor, "at": AT}


def refuses(words):
    return pytest.raises(AccreditationRefused, match=words)


def test_nobody_but_the_team_leads_anybody(
    leader, grace, kenya, kenya_coordinator, assessor
):
    row = leader.propose(grace, kenya)
    before = AccreditationEvent.objects.count()
    for somebody in (kenya_coordinator, assessor):
        who = {"by": somebody.actor, "at": AT}
        with refuses("Only the project team"):
            screen([row], selected=True, **who)
        with refuses("Only the project team"):
            propose([Candidate(grace, kenya)], leader.expertise, **who)
        with refuses("Only the project team"):
            write_type(TypeFacts("X", {"en": "x"}, "T"), **who)
    assert AccreditationEvent.objects.count() == before


def test_nobody_decides_on_themselves(team, kenya, trainer_type, valuation, do):
    with refuses("Nobody decides on themselves"):
        propose(
            [Candidate(team.person, kenya)], Expertise(trainer_type, valuation), **do
        )


def test_nobody_is_on_the_same_path_twice(leader, grace, kenya, do):
    leader.propose(grace, kenya)
    with refuses("Grace Wanjiru is on this path already"):
        propose([Candidate(grace, kenya)], leader.expertise, **do)


def test_one_who_does_not_fit_keeps_all_from_being_written(
    leader, grace, kenya, ama, togo, do
):
    leader.propose(grace, kenya)
    with refuses("already"):
        both = [Candidate(ama, togo), Candidate(grace, kenya)]
        propose(both, leader.expertise, **do)
    assert Accreditation.objects.count() == 1


def test_a_double_registration_is_refused(leader, grace, kenya, do):
    row = leader.propose(grace, kenya)
    leader.select(row)
    workshop = leader.workshop(row, result="", at=EARLY)
    with refuses("registered for it already"):
        enter(workshop, [Entry(row)], **do)
    with refuses("a place in a workshop already"):
        leader.workshop(row, result="", last=date(2022, 5, 20), at=EARLY)
    with refuses("twice at once"):
        enter(workshop, [Entry(row, "passed"), Entry(row, "failed")], **do)
    assert ExpertWorkshop.objects.count() == 1


def test_a_workshop_before_the_selection_is_refused(leader, grace, kenya):
    row = leader.propose(grace, kenya)
    leader.select(row)
    with refuses("last step was on 2022-01-10"):
        leader.workshop(row, last=date(2021, 12, 10))


def test_a_result_before_the_last_day_is_refused(leader, grace, kenya):
    row = leader.propose(grace, kenya)
    leader.select(row)
    with refuses("not in the future"):
        leader.workshop(row, result="passed", at=EARLY)
    assert not ExpertWorkshop.objects.exists()


def test_who_cannot_come_gives_the_place_back_before(leader, grace, kenya, do):
    row = leader.propose(grace, kenya)
    leader.select(row)
    workshop = leader.workshop(row, result="", at=EARLY)
    enter(workshop, [Entry(row, "absent")], by=do["by"], at=EARLY)
    row.refresh_from_db()
    assert (row.phase, row.booked_until) == ("workshop", None)


def test_no_phase_is_skipped(leader, grace, kenya):
    row = leader.propose(grace, kenya)
    with refuses("No phase is skipped: this path is in the phase “pre-screening”"):
        leader.workshop(row)
    leader.select(row)
    with refuses("phase “workshop”"):
        leader.plan(row)
    with refuses("pre-accredited and accredited experts only"):
        leader.refresher(row)


def test_the_table_refuses_a_skipped_phase(leader, grace, kenya):
    row = leader.propose(grace, kenya)
    with pytest.raises(IntegrityError), transaction.atomic():
        Accreditation.objects.filter(pk=row.pk).update(phase="accredited")


@pytest.mark.parametrize("near", ["works", "plays a role", "held a seat"])
def test_an_assessor_of_their_own_administration_is_refused(
    leader, grace, kenya, system, assessor, kenya_assessor, near, cohort
):
    from tests.cast import hold, seat_of

    somebody = {"works": kenya_assessor, "plays a role": kenya_assessor}.get(near)
    if near == "plays a role":
        Affiliation.objects.filter(person=kenya_assessor.person).delete()
        from mwalimu.people.models import RoleAssignment

        RoleAssignment.objects.create(
            person=kenya_assessor.person,
            role="registrar",
            member=kenya,
            since=date(2020, 1, 1),
            assigned_by=system,
        )
    if somebody is None:
        hold(seat_of(cohort, kenya), assessor.person, system)
        somebody = assessor
    row = leader.pre_accredited(grace, kenya)
    with refuses("an expert of their own administration"):
        leader.plan(row, somebody.person)
    assert not AssessedMission.objects.exists()


def test_nobody_assesses_themselves(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    with refuses("Nobody assesses themselves"):
        leader.plan(row, grace)


def test_an_assessor_who_moved_there_meanwhile_is_refused(
    leader, grace, kenya, assessor
):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row)
    Affiliation.objects.create(person=assessor.person, member=kenya, sector="customs")
    with refuses("an expert of their own administration"):
        leader.assess(mission)


def test_an_assessment_is_final_and_only_the_assessors(
    leader, grace, kenya, second_assessor
):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row)
    with refuses("Only an assessor of this mission"):
        leader.assess(mission, by=second_assessor)
    leader.assess(mission)
    with refuses("it is final"):
        leader.assess(mission, result="failed")
    with refuses("not taken back"):
        take_back(row, number=6, reason="x", by=leader.by, at=AT)


def test_a_mission_that_was_called_off_or_replaced_is_not_assessed(
    leader, grace, kenya, do
):
    from mwalimu.qualification.operations.accreditation import call_off_mission

    row = leader.pre_accredited(grace, kenya)
    first = leader.plan(row)
    second = leader.plan(row)
    with refuses("called off or planned anew"):
        leader.assess(first)
    call_off_mission(row, reason="Floods", **do)
    with refuses("called off or planned anew"):
        leader.assess(second)


def test_a_mission_is_not_assessed_before_it_is_over(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row, last=TODAY + timedelta(days=3))
    with refuses("until 2024-03-04"):
        leader.assess(mission)


@pytest.mark.parametrize("verb", ["suspend", "withdraw", "end"])
def test_no_change_of_terms_without_a_reason(leader, grace, kenya, do, verb):
    row = leader.pre_accredited(grace, kenya)
    with refuses("Say why"):
        change_terms(row, verb=verb, day=TODAY, reason=" ", **do)


@pytest.mark.parametrize("day", [date(2022, 4, 7), date(2024, 3, 2)])
def test_no_change_of_terms_on_an_absurd_day(leader, grace, kenya, do, day):
    row = leader.pre_accredited(grace, kenya)
    with refuses("2022-04-08|future"):
        change_terms(row, verb="end", day=day, reason="x", **do)


def test_while_it_is_suspended_nothing_goes_on(leader, grace, kenya, do):
    row = leader.accredited(grace, kenya)
    change_terms(row, verb="suspend", day=TODAY, reason="Enquiry", **do)
    with refuses("suspended: resume or end it first"):
        leader.refresher(row, last=TODAY)
    change_terms(row, verb="resume", day=TODAY, reason="Nothing found", **do)
    leader.refresher(row, last=TODAY)


def test_who_is_not_selected_is_told_why(leader, grace, kenya, do):
    row = leader.propose(grace, kenya)
    with refuses("Say why"):
        screen([row], selected=False, **do)


def test_a_conversion_into_the_same_is_refused(leader, grace, kenya, do):
    row = leader.accredited(grace, kenya)
    with refuses("of this type and field already"):
        convert(row, leader.expertise, day=TODAY, reason="x", **do)


def test_a_conversion_onto_a_path_that_runs_is_refused(
    leader, grace, kenya, do, advisor_type, valuation
):
    row = leader.accredited(grace, kenya)
    other = Expertise(advisor_type, valuation)
    leader.propose(grace, kenya, other, at=AT)
    with refuses("on this path already"):
        convert(row, other, day=TODAY, reason="x", **do)
    row.refresh_from_db()
    assert row.holds


def test_a_type_asks_for_a_field_or_for_none(
    grace, kenya, trainer_type, plain_type, valuation, do
):
    with refuses("needs a field"):
        propose([Candidate(grace, kenya)], Expertise(trainer_type), **do)
    with refuses("has no field"):
        propose([Candidate(grace, kenya)], Expertise(plain_type, valuation), **do)


def test_what_is_not_offered_starts_no_path_and_can_be_taken_over(
    grace, kenya, trainer_type, valuation, do
):
    ExpertType.objects.update(offered=False)
    trainer_type.refresh_from_db()
    who = Candidate(grace, kenya), Expertise(trainer_type, valuation)
    with refuses("not offered"):
        propose([who[0]], who[1], **do)
    assert take_over(
        *who, phase="mission", since=TODAY, papers=[scan()], **do
    ).pre_accredited_on


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.exe.pdf", b"%PDF-1.4"),
        ("report.pdf", b"MZ no pdf"),
        ("report.zip", b"PK\x03\x04"),
        ("report.pdf", b""),
    ],
)
def test_a_document_that_is_none_is_refused(
    grace, kenya, trainer_type, valuation, do, name, content
):
    with refuses(".") as wrong:
        take_over(
            Candidate(grace, kenya),
            Expertise(trainer_type, valuation),
            phase="accredited",
            since=TODAY,
            papers=[Paper(BytesIO(content), name)],
            **do,
        )
    assert wrong.value.field == "papers"
    assert not Accreditation.objects.exists()


@pytest.mark.parametrize("day", [date(1999, 12, 31), TODAY + timedelta(days=1)])
def test_an_absurd_day_of_an_older_accreditation(
    grace, kenya, trainer_type, valuation, do, day
):
    with refuses("from 2000-01-01 to today"):
        take_over(
            Candidate(grace, kenya),
            Expertise(trainer_type, valuation),
            phase="accredited",
            since=day,
            papers=[scan()],
            **do,
        )


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": "party"}, "kind"),
        ({"title": "  "}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"ends_on": date(2022, 3, 1)}, "ends_on"),
        ({"starts_on": date(1990, 1, 1)}, "starts_on"),
    ],
)
def test_a_workshop_without_sense_is_refused(leader, grace, kenya, do, facts, field):
    row = leader.propose(grace, kenya)
    leader.select(row)
    right = {
        "kind": "accreditation",
        "title": "Workshop",
        "starts_on": date(2022, 4, 4),
        "ends_on": date(2022, 4, 8),
    }
    with refuses(".") as wrong:
        hold_workshop(WorkshopFacts(**(right | facts)), [Entry(row)], **do)
    assert wrong.value.field == field


def test_an_erased_person_goes_nowhere(leader, grace, kenya, do):
    from mwalimu.people.operations import erase_person

    row = leader.propose(grace, kenya)
    erase_person(grace, **do)
    with refuses("was erased"):
        screen([row], selected=True, **do)


def test_an_account_without_a_person_assesses_nothing(leader, grace, kenya, system):
    stranger = cast("Somebody Else", system)
    row = leader.pre_accredited(grace, kenya)
    with refuses("Only an assessor of this mission"):
        leader.assess(leader.plan(row), by=stranger)
    assert make_person("x", system).pk

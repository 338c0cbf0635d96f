"""People go through the phases; each step is kept, and the row follows from them."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    Award,
    EvidenceFile,
    MissionAssessment,
)
from mwalimu.qualification.operations.accreditation import (
    AccreditationRefused,
    Candidate,
    Entry,
    Expertise,
    TypeFacts,
    change_terms,
    convert,
    enter,
    propose,
    screen,
    take_back,
    take_over,
    write_type,
)
from mwalimu.qualification.queries.accreditation.paths import (
    kept_progress,
    progress_of,
)
from tests.cast import AT, make_person
from tests.qualification.experts import EARLY, day, scan

TODAY = AT.date()


def kinds(row):
    return [event.kind for event in row.events.all()]


def kept(row):
    """What the row says, beside what its steps say; the last day is not kept."""
    row.refresh_from_db()
    by_steps = progress_of(row)
    by_row = kept_progress(row)
    return [
        (getattr(by_row, name), getattr(by_steps, name))
        for name in (
            "phase since free_since booked_until asked assessed pre_accredited_on accredited_on"
            " refreshed_on suspended_on closed_on closed_by"
        ).split()
    ]


def test_the_whole_way(leader, grace, kenya):
    row = leader.accredited(grace, kenya)
    assert kinds(row) == [
        "proposed",
        "selected",
        "registered",
        "workshop_passed",
        "mission_planned",
        "assessed",
        "mission_passed",
    ]
    assert (row.pre_accredited_on, row.accredited_on) == (date(2022, 4, 8), TODAY)
    assert row.refresher_due_on == date(2027, 3, 1)
    assert row.holds
    assert not Award.objects.filter(person=grace).exists()


@pytest.mark.parametrize("verb", ["suspend", "withdraw", "end"])
def test_the_row_says_what_its_steps_say(leader, grace, kenya, verb, team):
    row = leader.accredited(grace, kenya)
    assert all(a == b for a, b in kept(row))
    change_terms(row, verb=verb, day=TODAY, reason="x", by=team.actor, at=AT)
    assert all(a == b for a, b in kept(row))


def test_every_step_leaves_a_line_in_the_trail(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    lines = AuditLine.objects.filter(subject_uuid=row.uuid).order_by("pk")
    assert list(lines.values_list("verb", flat=True)) == kinds(row)
    assert "Grace" not in str(list(lines.values("before", "after")))


@pytest.mark.parametrize("number", [1, 12])
def test_many_are_selected_and_registered_with_their_results_in_one_step(
    number, leader, system, kenya, django_assert_max_num_queries
):
    people = [make_person(f"Person {n}", system, kenya) for n in range(number)]
    rows = [leader.propose(person, kenya) for person in people]
    with django_assert_max_num_queries(20):
        leader.select(*rows)
    with django_assert_max_num_queries(30):
        leader.workshop(*rows)
    phases = Accreditation.objects.values_list("phase", flat=True)
    assert set(phases) == {"mission"}


def test_a_place_first_and_the_result_later(leader, grace, kenya, team):
    row = leader.propose(grace, kenya)
    leader.select(row)
    workshop = leader.workshop(row, result="", at=EARLY)
    row.refresh_from_db()
    assert (row.phase, row.booked_until) == ("workshop", date(2022, 4, 8))
    enter(workshop, [Entry(row, "passed")], by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.phase, row.booked_until) == ("mission", None)


@pytest.mark.parametrize(
    ("result", "phase", "closed"),
    [("repeat", "workshop", ""), ("failed", "workshop", "workshop_failed")],
)
def test_who_did_not_pass_comes_again_or_does_not(
    leader, grace, kenya, result, phase, closed
):
    row = leader.propose(grace, kenya)
    leader.select(row)
    leader.workshop(row, result=result)
    row.refresh_from_db()
    assert (row.phase, row.closed_by) == (phase, closed)
    assert row.free_since == date(2022, 4, 8)


def test_who_failed_can_be_proposed_again_and_the_old_path_stays(leader, grace, kenya):
    row = leader.propose(grace, kenya)
    leader.select(row)
    leader.workshop(row, result="failed")
    again = leader.propose(grace, kenya, at=AT)
    assert Accreditation.objects.filter(person=grace).count() == 2
    assert kinds(again) == ["proposed"]


def test_documents_come_with_the_step_of_everybody(
    leader, grace, kenya, ama, togo, team
):
    rows = [leader.propose(grace, kenya), leader.propose(ama, togo)]
    leader.select(*rows)
    workshop = leader.workshop(*rows, result="", at=EARLY)
    entries = [Entry(row, "passed") for row in rows]
    enter(workshop, entries, papers=[scan("results.pdf")], by=team.actor, at=AT)
    papers = EvidenceFile.objects.filter(event__kind="workshop_passed")
    assert [paper.name for paper in papers] == ["results.pdf"] * 2
    assert len({paper.file_id for paper in papers}) == 1


def test_the_team_enters_an_assessment_with_the_signed_scan(
    leader, grace, kenya, team, assessor
):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row)
    given = {"assessor": assessor.person, "result": "passed", "remarks": "Good"}
    from mwalimu.qualification.operations.accreditation import assess_mission

    with pytest.raises(AccreditationRefused, match="signed scan"):
        assess_mission(mission, **given, by=team.actor, at=AT)
    assess_mission(mission, **given, papers=[scan()], by=team.actor, at=AT)
    made = MissionAssessment.objects.get()
    assert made.by.account_id == team.account.pk
    assert made.by.on_behalf_of == assessor.actor


def test_a_mission_is_concluded_once_all_assessors_are_in(
    leader, grace, kenya, assessor, second_assessor
):
    row = leader.pre_accredited(grace, kenya)
    mission = leader.plan(row, assessor.person, second_assessor.person)
    leader.assess(mission)
    with pytest.raises(AccreditationRefused, match="Not every assessor"):
        leader.conclude(row)
    leader.assess(mission, result="repeat", by=second_assessor)
    with pytest.raises(AccreditationRefused, match="said otherwise: say why"):
        leader.conclude(row)
    leader.conclude(row, reason="Both would work with her again.")
    row.refresh_from_db()
    assert row.phase == "accredited"


def test_another_mission_can_follow(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    then = day("2023-01-10")
    leader.assess(leader.plan(row), result="repeat", at=then)
    leader.conclude(row, "repeat", reason="Another topic", at=then)
    leader.assess(leader.plan(row, last=TODAY))
    leader.conclude(row)
    row.refresh_from_db()
    assert (row.phase, row.missions.count()) == ("accredited", 2)


def test_a_refresher_moves_the_next_one(leader, grace, kenya):
    row = leader.accredited(grace, kenya)
    leader.refresher(row, last=TODAY)
    row.refresh_from_db()
    assert (row.refreshed_on, row.refresher_due_on) == (TODAY, date(2027, 3, 1))


def test_other_months_move_the_days_of_running_paths(
    leader, grace, kenya, trainer_type, team
):
    row = leader.accredited(grace, kenya)
    facts = TypeFacts("ET", {"en": "Expert Trainer"}, "T", refresher_months=12)
    write_type(facts, row=trainer_type, by=team.actor, at=AT)
    row.refresh_from_db()
    assert row.refresher_due_on == date(2025, 3, 1)


def test_a_conversion_keeps_the_phase_and_both_histories(
    leader, grace, kenya, advisor_type, valuation, team
):
    row = leader.accredited(grace, kenya)
    before = kinds(row)
    new = convert(
        row,
        Expertise(advisor_type, valuation),
        day=TODAY,
        reason="Refresher in Baku",
        by=team.actor,
        at=AT,
    )
    row.refresh_from_db()
    assert kinds(row) == [*before, "converted_to"]
    assert (row.closed_by, row.events.last().other) == ("converted_to", new)
    assert kinds(new) == ["converted_from"]
    assert (new.phase, new.origin, new.events.get().other) == ("accredited", row, row)
    assert all(a == b for a, b in [*kept(row), *kept(new)])


def test_an_older_accreditation_is_taken_over_with_its_document(
    grace, kenya, advisor_type, valuation, team
):
    facts = {
        "phase": "accredited",
        "since": date(2016, 11, 18),
        "by": team.actor,
        "at": AT,
    }
    who = Candidate(grace, kenya), Expertise(advisor_type, valuation)
    with pytest.raises(AccreditationRefused, match="document that shows it"):
        take_over(*who, papers=[], **facts)
    row = take_over(*who, papers=[scan()], **facts)
    assert (row.accredited_on, row.holds) == (date(2016, 11, 18), True)
    assert kinds(row) == ["taken_over"]


def test_the_last_step_is_taken_back_and_both_stay(leader, grace, kenya, team):
    row = leader.propose(grace, kenya)
    screen([row], selected=False, reason="Mixed up", by=team.actor, at=AT)
    take_back(row, number=2, reason="It was another person", by=team.actor, at=AT)
    row.refresh_from_db()
    assert kinds(row) == ["proposed", "not_selected", "taken_back"]
    assert (row.phase, row.closed_on) == ("screening", None)
    assert all(a == b for a, b in kept(row))


def test_a_path_is_not_opened_again_beside_a_new_one(leader, grace, kenya, team):
    row = leader.propose(grace, kenya)
    screen([row], selected=False, reason="Not yet", by=team.actor, at=EARLY)
    leader.propose(grace, kenya, at=AT)
    with pytest.raises(AccreditationRefused, match="on this path already"):
        take_back(row, number=2, reason="Sorry", by=team.actor, at=AT)


def test_history_is_neither_changed_nor_deleted(leader, grace, kenya):
    row = leader.pre_accredited(grace, kenya)
    leader.assess(leader.plan(row))
    for line in (row.events.last(), MissionAssessment.objects.get()):
        table = type(line)
        for change in (
            line.save,
            line.delete,
            table.objects.all().delete,
            lambda table=table: table.objects.update(reason="better"),
            lambda table=table, line=line: table.objects.bulk_update(
                [line], ["reason"]
            ),
        ):
            with pytest.raises(TypeError, match="never"):
                change()
    assert AccreditationEvent.objects.count() == 6


def test_a_type_without_fields(grace, kenya, plain_type, team):
    candidates, expertise = [Candidate(grace, kenya)], Expertise(plain_type)
    row = propose(candidates, expertise, by=team.actor, at=AT)[0]
    assert row.field is None
    with pytest.raises(AccreditationRefused, match="on this path already"):
        propose(candidates, expertise, by=team.actor, at=AT)

"""The project team decides what the evidence supports; against it only with a reason."""

from datetime import date

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import Attendance
from mwalimu.qualification.engine import seal
from mwalimu.qualification.models import Award, Decision, StandardEdition
from mwalimu.qualification.operations import (
    DecisionEntry,
    DecisionRefused,
    WaiverRefused,
    decide,
    draft_edition,
    follow_edition,
    give_waiver,
    put_in_force,
    withdraw_waiver,
)
from mwalimu.qualification.queries.deciding import candidates
from mwalimu.qualification.queries.evidence import rules_of
from mwalimu.qualification.queries.standards import waivers_of
from tests.cast import AT, hold, make_person, seat_of
from tests.qualification.making import attend, held, panel

TODAY = AT.date()


@pytest.fixture
def ready(cohort, followed, wg_member, topics, system):
    """Kenya's WG member attended WG1 and taught well enough."""
    session = held(cohort, "WG1", first=date(2023, 5, 1))
    attend(session, wg_member.person, system)
    panel(session, wg_member.person, topics["HS"], system, (4, 3, 5))
    return wg_member.person


@pytest.fixture
def pick(cohort, topics, team):
    """Decide on people; award unless said otherwise."""

    def make(*people, outcome="award", reason="", by=None, at=AT, **options):
        entries = [
            DecisionEntry(person, topics["HS"], outcome, reason) for person in people
        ]
        return decide(cohort, entries, by=by or team.actor, at=at, **options)

    return make


def test_what_the_evidence_supports_is_awarded(ready, pick, edition):
    (row,) = pick(ready)
    assert (row.outcome, row.supported, row.edition) == ("award", True, edition)
    assert row.award.number == "MT-HS-2024-0001"
    assert (row.award.person, row.award.valid_from) == (ready, TODAY)
    assert row.award.valid_until is None


def test_the_decision_keeps_its_evidence_under_a_hash(ready, pick, edition):
    (row,) = pick(ready)
    row.refresh_from_db()
    states = [(v["requirement"], v["state"]) for v in row.evidence["verdicts"]]
    assert states == [("WG1", "met"), ("DEMO", "met")]
    assert row.evidence["edition_uuid"] == str(edition.uuid)
    assert all(verdict["rows"] for verdict in row.evidence["verdicts"])
    assert seal(row.evidence) == row.evidence_hash
    assert AuditLine.objects.get(verb="decide").after["evidence_hash"] == (
        row.evidence_hash
    )


def test_the_evidence_holds_no_name_and_no_reason(ready, cohort, edition, pick, team):
    line = edition.requirements.get(code="WG1")
    give = {"person": ready, "requirement": line, "reason": "Was ill for months"}
    waiver = give_waiver(cohort, **give, by=team.actor, at=AT)

    Attendance.objects.all().delete()
    (row,) = pick(ready)
    kept = str(row.evidence)
    assert row.evidence["verdicts"][0]["state"] == "waived"
    assert str(waiver.uuid) in kept
    assert "ill" not in kept.replace("skill", "")
    assert ready.name not in kept


def test_an_award_against_the_evidence_needs_a_reason(followed, wg_member, pick):
    with pytest.raises(DecisionRefused, match="does not support an award to Kenya C"):
        pick(wg_member.person)
    (row,) = pick(wg_member.person, reason="The panel saw them teach in Suva")
    assert (row.supported, row.award is not None) == (False, True)


@pytest.mark.parametrize("outcome", ["not_yet", "no"])
def test_to_refuse_what_the_evidence_supports_needs_a_reason(ready, pick, outcome):
    with pytest.raises(DecisionRefused, match=r"supports an award to .* say why not"):
        pick(ready, outcome=outcome)
    (row,) = pick(ready, outcome=outcome, reason="An enquiry is open")
    assert (row.outcome, row.award) == (outcome, None)


def test_what_is_missing_is_not_yet_without_a_reason(followed, wg_member, pick):
    (row,) = pick(wg_member.person, outcome="not_yet")
    assert not row.supported
    assert not Award.objects.exists()


def test_many_are_decided_together_or_not_at_all(ready, togo_wg_member, pick):
    with pytest.raises(DecisionRefused, match="Togo Candidate"):
        pick(ready, togo_wg_member.person)
    assert not Decision.objects.exists()
    rows = pick(ready, togo_wg_member.person, reason="Panel of 1 March")
    assert [row.award.number[-4:] for row in rows] == ["0001", "0002"]


def test_nobody_decides_on_themselves(cohort, followed, team, kenya, pick, system):
    hold(seat_of(cohort, kenya, 2), team.person, system)
    with pytest.raises(DecisionRefused, match="Nobody decides on themselves"):
        pick(team.person, reason="I am good")


def test_only_who_holds_a_seat_is_decided_on(followed, pick, system, kenya):
    with pytest.raises(DecisionRefused, match="Passer By holds no seat"):
        pick(make_person("Passer By", system, kenya), reason="Why not")


def test_who_holds_the_award_is_not_decided_on_again(ready, pick):
    pick(ready)
    with pytest.raises(DecisionRefused, match="holds the award already"):
        pick(ready, outcome="no", reason="Changed our mind")


def test_a_cohort_without_a_standard_decides_nothing(cohort, wg_member, pick):
    with pytest.raises(DecisionRefused, match="follows no standard"):
        pick(wg_member.person, reason="All the same")


@pytest.mark.parametrize("outcome", ["", "maybe"])
def test_an_unknown_outcome_is_refused(ready, pick, outcome):
    with pytest.raises(DecisionRefused, match="Choose what is decided"):
        pick(ready, outcome=outcome)


def test_nobody_is_ticked_or_ticked_twice(ready, pick):
    with pytest.raises(DecisionRefused, match="Tick at least one"):
        pick()
    with pytest.raises(DecisionRefused, match="twice"):
        pick(ready, ready)


def test_only_the_project_team_decides(ready, pick, kenya_coordinator):
    with pytest.raises(DecisionRefused, match="Only the project team"):
        pick(ready, by=kenya_coordinator.actor)


def test_the_validity_comes_from_the_edition(ready, pick, edition):
    StandardEdition.objects.filter(pk=edition.pk).update(validity_months=36)
    (row,) = pick(ready, valid_from=date(2024, 2, 1))
    assert row.award.valid_until == date(2027, 1, 31)


def test_a_decision_keeps_its_edition_when_the_cohort_changes(
    ready, pick, cohort, edition, standard, team
):
    (row,) = pick(ready)
    do = {"by": team.actor, "at": AT}
    following = draft_edition(standard, **do)
    put_in_force(following, valid_from=date(2024, 3, 1), **do)
    follow_edition(cohort, following, since=date(2024, 3, 2), **do)
    row.refresh_from_db()
    assert row.edition == edition


def test_a_decision_is_neither_changed_nor_deleted(ready, pick):
    (row,) = pick(ready)
    for change in (
        row.save,
        row.delete,
        Decision.objects.all().delete,
        lambda: Decision.objects.update(outcome="no"),
    ):
        with pytest.raises(TypeError, match="never"):
            change()


def test_erasure_clears_the_reasons_and_keeps_the_decision(
    followed, wg_member, pick, team
):
    (row,) = pick(wg_member.person, reason="Taught us all in Suva")
    erase_person(wg_member.person, by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.reason, row.outcome) == ("", "award")


def test_everybody_who_can_be_decided_on_is_listed(
    ready, cohort, togo_wg_member, pick, kenya, system
):
    pick(ready)
    former = hold(seat_of(cohort, kenya, 3), make_person("Gone", system), system)
    former.until, former.ended = date(2023, 6, 1), "withdrawn"
    former.save()
    found = {
        row.person.name: row
        for row in candidates(cohort, TODAY, rules_of([cohort.pk], TODAY))
    }
    assert set(found) == {"Kenya Candidate", "Togo Candidate"}
    assert found["Kenya Candidate"].award
    assert found["Kenya Candidate"].decision
    assert not found["Togo Candidate"].supported


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_three(
    cohort, followed, kenya, system, number, django_assert_num_queries
):
    for place in range(1, number + 1):
        person = make_person(f"Person {place}", system, kenya)
        hold(seat_of(cohort, kenya, place), person, system)
    with django_assert_num_queries(8):
        assert len(candidates(cohort, TODAY, rules_of([cohort.pk], TODAY))) == number


@pytest.fixture
def waive(cohort, edition, team, wg_member):
    def make(**changes):
        wanted = {
            "person": wg_member.person,
            "requirement": edition.requirements.get(code="WG1"),
            "reason": "Taught at WG1 as an expert",
            "by": team.actor,
            "at": AT,
        }
        return give_waiver(cohort, **wanted | changes)

    return make


def test_a_waiver_is_given_and_withdrawn_with_reasons(
    followed, waive, cohort, wg_member, team
):
    row = waive()
    assert waivers_of(cohort, [wg_member.person])[wg_member.person.pk]
    withdraw_waiver(row, reason="Was somebody else", by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.withdrawn_by, row.withdrawn_reason) == (
        team.actor,
        "Was somebody else",
    )
    assert waivers_of(cohort, [wg_member.person]) == {}


def test_a_waiver_that_makes_no_sense_is_refused(
    followed, waive, system, kenya, kenya_coordinator
):
    for change, said in (
        ({"reason": " "}, "Say why"),
        ({"person": make_person("Passer By", system, kenya)}, "holds no seat"),
        ({"by": kenya_coordinator.actor}, "Only the project team"),
    ):
        with pytest.raises(WaiverRefused, match=said):
            waive(**change)
    waive()
    with pytest.raises(WaiverRefused, match="already"):
        waive()


def test_a_waiver_is_of_a_requirement_of_the_cohorts_edition(
    followed, waive, standard, team
):
    other = draft_edition(standard, by=team.actor, at=AT)
    with pytest.raises(WaiverRefused, match="no such requirement"):
        waive(requirement=other.requirements.get(code="WG1"))


def test_a_waiver_is_withdrawn_once(followed, waive, team):
    row = waive()
    withdraw_waiver(row, reason="Error", by=team.actor, at=AT)
    with pytest.raises(WaiverRefused, match="withdrawn already"):
        withdraw_waiver(row, reason="Error", by=team.actor, at=AT)

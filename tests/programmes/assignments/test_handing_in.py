"""Handing in: versions, days, second clicks, and who may."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import Assignment, Holding, Submission
from mwalimu.programmes.operations.assignments import WorkRefused, decide
from tests.cast import AT, cast, hold, seat_of
from tests.programmes.assignments.conftest import (
    IN_TIME,
    LATE,
    OVER,
    a_file,
)


def states():
    rows = Submission.objects.order_by("version")
    return list(rows.values_list("version", "state"))


def test_work_is_handed_in_with_text_link_and_files(hands_in, wg_member):
    row = hands_in(wg_member, link="https://example.org/case", files=[a_file()])
    assert (row.version, row.state, row.late) == (1, "handed_in", False)
    assert [each.name for each in row.files.all()] == ["case.pdf"]
    line = AuditLine.objects.get(verb="hand_in")
    assert line.after["version"] == 1
    assert "case study" not in str(line.after)


def test_a_newer_version_takes_the_place_of_the_one_that_waits(hands_in, wg_member):
    hands_in(wg_member, text="First")
    hands_in(wg_member, text="Second")
    assert states() == [(1, "replaced"), (2, "handed_in")]


def test_the_same_content_sent_again_changes_nothing(hands_in, wg_member):
    first = hands_in(wg_member, files=[a_file(), a_file(b"%PDF-2", "b.pdf")])
    again = hands_in(
        wg_member,
        files=[a_file(b"%PDF-2", "b.pdf"), a_file()],
        at=AT + timedelta(seconds=2),
    )
    assert again == first
    assert states() == [(1, "handed_in")]
    assert AuditLine.objects.filter(verb="hand_in").count() == 1


def test_another_file_under_the_same_name_is_a_new_version(hands_in, wg_member):
    hands_in(wg_member, files=[a_file()])
    hands_in(wg_member, files=[a_file(b"%PDF-1.7 changed")])
    assert states() == [(1, "replaced"), (2, "handed_in")]


@pytest.mark.parametrize(
    ("at", "late"),
    [
        (datetime(2024, 3, 10, 20, 59, 59, tzinfo=UTC), False),
        (datetime(2024, 3, 10, 21, 0, 0, tzinfo=UTC), True),
    ],
)
def test_the_day_ends_in_nairobi(hands_in, wg_member, at, late):
    assert hands_in(wg_member, at=at).late is late


def test_the_same_instant_is_in_time_further_west(hands_in, togo, togo_wg_member):
    togo.time_zone = "Africa/Lome"
    togo.save()
    at = datetime(2024, 3, 10, 23, 59, tzinfo=UTC)
    assert hands_in(togo_wg_member, at=at).late is False


def test_after_the_late_day_it_is_refused_with_the_zone(hands_in, wg_member):
    with pytest.raises(WorkRefused, match=r"2024-03-17 \(Africa/Nairobi\)"):
        hands_in(wg_member, at=OVER)
    assert not Submission.objects.exists()


def test_what_waits_stands_when_a_newer_version_comes_too_late(hands_in, wg_member):
    hands_in(wg_member, text="First")
    with pytest.raises(WorkRefused):
        hands_in(wg_member, text="Second", at=OVER)
    assert states() == [(1, "handed_in")]


def test_a_repeat_has_no_day_of_its_own(hands_in, reviews, wg_member, assessor):
    reviews(assessor, hands_in(wg_member), "repeat", "Say more.")
    row = hands_in(wg_member, text="More.", at=OVER)
    assert (row.version, row.late) == (2, False)
    assert states() == [(1, "repeat"), (2, "handed_in")]


def test_a_repeat_of_late_work_stays_late(hands_in, reviews, wg_member, assessor):
    reviews(assessor, hands_in(wg_member, at=LATE), "repeat", "Say more.")
    assert hands_in(wg_member, text="More.", at=OVER).late is True


def test_a_repeat_must_say_something_new(hands_in, reviews, wg_member, assessor):
    reviews(assessor, hands_in(wg_member), "repeat", "Say more.")
    with pytest.raises(WorkRefused, match="the same as version 1"):
        hands_in(wg_member)


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_after_it_is_settled_nothing_more_is_handed_in(
    decision, hands_in, reviews, wg_member, assessor
):
    reviews(assessor, hands_in(wg_member), decision)
    with pytest.raises(WorkRefused, match="was settled"):
        hands_in(wg_member, text="Another")
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_only_an_open_assignment_takes_work(state, assignment, hands_in, wg_member):
    Assignment.objects.update(state=state)
    with pytest.raises(WorkRefused, match="is closed"):
        hands_in(wg_member)


@pytest.mark.parametrize(
    ("sent", "field", "says"),
    [
        ({"text": "  "}, "", "Write a text"),
        ({"text": "x" * 50_001}, "text", "at most 50000"),
        ({"text": "a\x00b"}, "text", "nobody can read"),
        ({"link": "javascript:alert(1)"}, "link", "no address"),
        ({"link": "file:///etc/passwd"}, "link", "no address"),
        ({"link": "https://example.org/" + "x" * 500}, "link", "at most 500"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(sent, field, says, hands_in, wg_member):
    with pytest.raises(WorkRefused, match=says) as refused:
        hands_in(wg_member, **sent)
    assert refused.value.field == field
    assert not Submission.objects.exists()


def test_eleven_files_are_too_many(hands_in, wg_member):
    files = [a_file(b"%PDF-" + bytes([65 + n]), f"{n}.pdf") for n in range(11)]
    with pytest.raises(WorkRefused, match="at most 10 files"):
        hands_in(wg_member, files=files)


def test_a_replaced_person_is_told_and_nothing_is_lost(
    assignment, hands_in, wg_member, system, kenya, cohort
):
    hands_in(wg_member, text="Before")
    Holding.objects.filter(person=wg_member.person).update(
        until=date(2024, 3, 4), ended="replaced"
    )
    with pytest.raises(WorkRefused, match=r"ended on 2024-03-04.*Nothing is lost"):
        hands_in(wg_member, text="After", at=LATE)
    assert states() == [(1, "handed_in")]
    successor = cast("Kenya Successor", system, kenya)
    hold(seat_of(cohort, kenya), successor.person, system, since=date(2024, 3, 5))
    assert hands_in(successor, at=LATE).version == 1


def test_on_the_last_day_of_the_seat_work_is_still_taken(hands_in, wg_member):
    Holding.objects.update(until=AT.date(), ended="replaced")
    assert hands_in(wg_member).version == 1


def test_an_assignment_of_another_topic_is_not_theirs(
    assignment, hands_in, wg_member, topics
):
    Assignment.objects.update(topic=topics["CV"])
    assignment.refresh_from_db()
    with pytest.raises(WorkRefused, match="who hold a seat"):
        hands_in(wg_member)


@pytest.mark.parametrize(
    "who", ["kenya_coordinator", "togo_wg_member", "assessor", "head", "reader"]
)
def test_nobody_else_hands_in_for_a_person(who, hands_in, wg_member, request):
    other = request.getfixturevalue(who)
    with pytest.raises(WorkRefused, match="Only whoever did the work"):
        hands_in(other, person=wg_member.person, reason="They asked me")
    assert not Submission.objects.exists()


def test_the_team_hands_in_for_a_person_and_says_why(hands_in, wg_member, team):
    with pytest.raises(WorkRefused, match="Say why"):
        hands_in(team, person=wg_member.person)
    row = hands_in(team, person=wg_member.person, reason="It came by mail.")
    assert (row.person, row.reason) == (wg_member.person, "It came by mail.")
    assert row.handed_in_by == team.actor


def test_two_versions_never_wait_at_once(assignment, hands_in, wg_member, system):
    hands_in(wg_member)
    with pytest.raises(Exception, match=r"(?i)unique"):
        Submission.objects.create(
            assignment=assignment,
            person=wg_member.person,
            version=2,
            handed_in_at=IN_TIME,
            handed_in_by=system,
        )


def test_nothing_is_decided_where_nobody_differs(hands_in, wg_member, team):
    row = hands_in(wg_member)
    with pytest.raises(WorkRefused, match="do not differ"):
        decide(row, decision="accept", reason="Because", by=team.actor, at=AT)

"""Letters in: a scan that carries a decision, and who sees it."""

import io
from datetime import UTC, date, datetime

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.people.permissions import OPERATOR, Viewer
from mwalimu.programmes.models import Letter
from mwalimu.programmes.operations.letters import (
    LetterRefused,
    Received,
    receive_letter,
    withdraw_letter,
)
from mwalimu.programmes.operations.letters.forgetting import drop_words
from mwalimu.programmes.permissions import letters_visible_to
from mwalimu.programmes.queries.letters import overdue, written_before
from mwalimu.qualification.queries import all_grants
from tests.cast import AT
from tests.programmes.letters.conftest import SCAN, receive


def viewer_of(somebody) -> Viewer:
    grants = all_grants(somebody.person, AT.date())
    return Viewer(somebody.account.pk, somebody.person.pk, grants)


def test_an_answer_is_about_what_it_answers(issued, kenya, head, wg_member):
    letter = receive(kenya, head.actor, answers=issued)
    assert (letter.person, letter.cohort) == (wg_member.person, issued.cohort)


def test_an_answer_ends_the_waiting(issued, kenya, head):
    later = date(2024, 6, 1)
    assert list(overdue(OPERATOR, later)) == [issued]
    receive(kenya, head.actor, answers=issued)
    assert list(overdue(OPERATOR, later)) == []


def test_an_answer_that_was_withdrawn_does_not_count(issued, kenya, head, team):
    letter = receive(kenya, head.actor, answers=issued)
    withdraw_letter(letter, reason="Of another year", by=team.actor, at=AT)
    assert list(overdue(OPERATOR, date(2024, 6, 1))) == [issued]


def test_another_administration_puts_nothing_on_record(kenya, togo_coordinator):
    with pytest.raises(LetterRefused, match="Only the administration"):
        receive(kenya, togo_coordinator.actor)
    assert not Letter.objects.exists()


def test_a_letter_answers_only_one_to_the_same_member(issued, togo, togo_coordinator):
    with pytest.raises(LetterRefused) as refused:
        receive(togo, togo_coordinator.actor, answers=issued)
    assert refused.value.field == "answers"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"decision": "agrees"}, "decision"),
        ({"kind": "card"}, "kind"),
        ({"received_on": date(2030, 1, 1)}, "received_on"),
        ({"dated_on": date(1890, 1, 1)}, "dated_on"),
        (
            {"dated_on": date(2024, 3, 1), "received_on": date(2024, 2, 1)},
            "received_on",
        ),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(kenya, head, facts, field):
    with pytest.raises(LetterRefused) as refused:
        receive(kenya, head.actor, **facts)
    assert refused.value.field == field


@pytest.mark.parametrize("name", ["letter.docx", "letter.exe.pdf", "letter.svg"])
def test_only_scans_are_taken(kenya, head, name):
    facts = Received(kenya, "other", "informs", AT.date())
    with pytest.raises(LetterRefused) as refused:
        receive_letter(facts, scan=io.BytesIO(SCAN), name=name, by=head.actor, at=AT)
    assert refused.value.field == "scan"


def test_an_administration_reads_its_own_letters_but_no_draft(
    draft, kenya, head, togo_coordinator, kenya_coordinator, reader
):
    assert list(letters_visible_to(viewer_of(kenya_coordinator))) == []
    letter = receive(kenya, head.actor)
    assert list(letters_visible_to(viewer_of(kenya_coordinator))) == [letter]
    assert list(letters_visible_to(viewer_of(togo_coordinator))) == []
    assert list(letters_visible_to(viewer_of(reader))) == []


def test_forgetting_somebody_takes_the_words_and_leaves_the_number(
    issued, kenya, head, team, wg_member
):
    reply = receive(kenya, head.actor, answers=issued)
    erase_person(wg_member.person, by=team.actor, at=AT)
    left = list(Letter.objects.order_by("pk").values_list("subject", "body", "file"))
    assert left == [("", "", None), ("", "", None)]
    reply.refresh_from_db()
    assert (reply.answers.number, reply.decision) == ("MTP-2024-0001", "undertakes")


def test_after_its_time_a_letter_keeps_number_and_decision_alone(issued, kenya, head):
    receive(kenya, head.actor, answers=issued)
    due = written_before(datetime(2034, 3, 2, tzinfo=UTC))
    keys = list(due.values_list("pk", flat=True))
    assert drop_words(keys, by=head.actor, at=AT) == 2
    assert not due.exists()
    assert Letter.objects.get(pk=issued.pk).number == "MTP-2024-0001"

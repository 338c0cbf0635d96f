"""An administration names officers: who, until when, with what."""

from datetime import date
from io import BytesIO

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.models import Affiliation, Person
from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import NominationScore
from mwalimu.programmes.operations import (
    CallRefused,
    Newcomer,
    accept_nomination,
    attach,
    conclude_call,
    detach,
    edit_nomination,
    nominate,
    reopen_for,
    score_nomination,
    submit_nomination,
    withdraw_nomination,
)
from tests.cast import AT, make_person
from tests.programmes.calls.conftest import LAST_MINUTE, MIDNIGHT
from tests.programmes.calls.files import a_pdf, a_program


def refused(verb, *args, at=AT, **kwargs):
    """The field for which it was refused."""
    with pytest.raises(CallRefused) as error:
        verb(*args, at=at, **kwargs)
    return error.value.field


def test_a_coordinator_nominates_an_officer(draft, amina):
    assert (draft.person, draft.state, draft.on_behalf) == (amina, "draft", False)


def test_an_officer_is_recorded_with_the_nomination(call, kenya, kenya_coordinator):
    row = nominate(
        call,
        member=kenya,
        person=Newcomer("Grace Wanjiru", post="Classifier"),
        motivation="",
        by=kenya_coordinator.actor,
        at=AT,
    )
    work = row.person.affiliations.get()
    assert (work.member, work.post, work.sector) == (kenya, "Classifier", "customs")


def test_whoever_may_not_nominate_records_nobody(
    call, kenya, togo_coordinator, head, kenya_registrar
):
    people = Person.objects.count()
    facts = {"member": kenya, "person": Newcomer("X"), "motivation": "x"}
    for somebody in (togo_coordinator, head, kenya_registrar):
        assert refused(nominate, call, by=somebody.actor, **facts) == ""
    assert Person.objects.count() == people


def test_an_administration_nominates_its_own_officers(
    call, kenya, togo, system, kenya_coordinator
):
    kofi = make_person("Kofi Mensah", system, togo)
    facts = {"member": kenya, "motivation": "x", "by": kenya_coordinator.actor}
    assert refused(nominate, call, person=kofi, **facts) == "person"


def test_somebody_who_left_customs_is_refused(call, kenya, amina, kenya_coordinator):
    Affiliation.objects.filter(person=amina).update(until=date(2024, 2, 29))
    facts = {"member": kenya, "motivation": "x", "by": kenya_coordinator.actor}
    assert refused(nominate, call, person=amina, **facts) == "person"


def test_an_erased_person_is_refused(call, kenya, amina, kenya_coordinator, system):
    erase_person(amina, by=system, at=AT)
    facts = {"member": kenya, "motivation": "x", "by": kenya_coordinator.actor}
    assert refused(nominate, call, person=amina, **facts) == "person"


def test_an_officer_is_nominated_once_in_a_call(draft, call, kenya, kenya_coordinator):
    by = kenya_coordinator.actor
    facts = {"member": kenya, "motivation": "x", "by": by}
    assert refused(nominate, call, person=draft.person, **facts) == "person"
    withdraw_nomination(draft, by=by, at=AT)
    assert nominate(call, person=draft.person, at=AT, **facts).state == "draft"


def test_a_member_that_is_not_asked_gives_no_names(call, uganda, system):
    officer = make_person("Musa Okello", system, uganda)
    facts = {"member": uganda, "motivation": "x", "by": system}
    assert refused(nominate, call, person=officer, **facts) == ""


def test_a_concluded_call_takes_no_names(call, kenya, amina, kenya_coordinator, system):
    conclude_call(call, by=system, at=AT)
    facts = {"member": kenya, "motivation": "x", "by": kenya_coordinator.actor}
    assert refused(nominate, call, person=amina, **facts) == ""


def test_a_name_is_put_forward_until_midnight_of_the_member(draft, kenya_coordinator):
    by = kenya_coordinator.actor
    assert refused(submit_nomination, draft, by=by, at=MIDNIGHT) == ""
    submit_nomination(draft, by=by, at=LAST_MINUTE)
    assert (draft.state, draft.late) == ("submitted", False)


def test_midnight_is_that_of_the_member(draft, kenya, kenya_coordinator):
    kenya.time_zone = "Pacific/Fiji"  # there it is the 16th already
    kenya.save()
    draft.refresh_from_db()
    by = kenya_coordinator.actor
    assert refused(submit_nomination, draft, by=by, at=LAST_MINUTE) == ""


def test_a_late_name_is_taken_when_the_team_reopens(
    draft, call, kenya_coordinator, system
):
    invited = call.invited.get(member=draft.member)
    reopen_for(invited, until=date(2024, 4, 1), by=system, at=AT)
    submit_nomination(draft, by=kenya_coordinator.actor, at=MIDNIGHT)
    assert draft.late is True


def test_reopening_for_another_member_does_not_help(
    draft, call, togo, kenya_coordinator, system
):
    invited = call.invited.get(member=togo)
    reopen_for(invited, until=date(2024, 4, 1), by=system, at=AT)
    by = kenya_coordinator.actor
    assert refused(submit_nomination, draft, by=by, at=MIDNIGHT) == ""


def test_a_name_without_a_motivation_is_not_put_forward(draft, kenya_coordinator):
    by = kenya_coordinator.actor
    edit_nomination(draft, motivation=" ", by=by, at=AT)
    assert refused(submit_nomination, draft, by=by) == "motivation"


def test_what_was_put_forward_is_not_edited(nomination, kenya_coordinator):
    by = kenya_coordinator.actor
    assert refused(edit_nomination, nomination, motivation="x", by=by) == ""
    facts = {"stream": a_pdf(), "name": "cv.pdf", "by": by}
    assert refused(attach, nomination, **facts) == ""
    assert refused(detach, nomination.files.get(), by=by) == ""
    assert refused(submit_nomination, nomination, by=by) == ""


def test_an_entry_on_behalf_needs_the_scan(call, kenya, amina, team):
    row = nominate(
        call, member=kenya, person=amina, motivation="x", by=team.actor, at=AT
    )
    assert row.on_behalf is True
    assert refused(submit_nomination, row, by=team.actor) == "file"
    attach(row, stream=a_pdf(), name="letter.pdf", by=team.actor, at=AT)
    assert submit_nomination(row, by=team.actor, at=AT).state == "submitted"


@pytest.mark.parametrize(
    ("stream", "name"),
    [
        (a_program, "letter.exe"),
        (a_program, "letter.exe.pdf"),
        (a_program, "letter.pdf"),
        (a_pdf, "letter"),
        (lambda: BytesIO(b""), "letter.pdf"),
        (lambda: BytesIO(b"%PDF-" + b"x" * 10_000_000), "letter.pdf"),
    ],
)
def test_a_wrong_file_is_refused(draft, kenya_coordinator, stream, name):
    by = kenya_coordinator.actor
    assert refused(attach, draft, stream=stream(), name=name, by=by) == "file"
    assert not draft.files.exists()


def test_ten_files_are_enough(draft, kenya_coordinator):
    by = kenya_coordinator.actor
    for number in range(10):
        attach(draft, stream=a_pdf(), name=f"{number}.pdf", by=by, at=AT)
    assert refused(attach, draft, stream=a_pdf(), name="x.pdf", by=by) == "file"


def test_a_withdrawn_name_takes_its_scores_along(
    nomination, rubric, team, kenya_coordinator
):
    scores = dict.fromkeys(rubric, 3)
    score_nomination(nomination, scores=scores, by=team.actor, at=AT)
    withdraw_nomination(nomination, by=kenya_coordinator.actor, at=AT)
    assert nomination.state == "withdrawn"
    assert not NominationScore.objects.exists()


def test_an_accepted_name_is_not_withdrawn(nomination, seat, kenya_coordinator, system):
    accept_nomination(nomination, since=date(2024, 4, 1), by=system, at=AT)
    by = kenya_coordinator.actor
    assert refused(withdraw_nomination, nomination, by=by) == ""


def test_the_trail_names_nobody(nomination):
    lines = AuditLine.objects.filter(subject="nomination")
    assert {line.verb for line in lines} == {"nominate", "attach", "submit"}
    assert "Amina" not in str([line.after for line in lines])


def test_erasing_a_nominee_clears_words_files_and_scores(
    nomination, rubric, team, system
):
    scores = dict.fromkeys(rubric, 3)
    score_nomination(nomination, scores=scores, by=team.actor, at=AT)
    erase_person(nomination.person, by=system, at=AT)
    nomination.refresh_from_db()
    assert (nomination.motivation, nomination.state) == ("", "withdrawn")
    assert not nomination.files.exists()
    assert not nomination.scores.exists()

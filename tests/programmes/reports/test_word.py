"""What the Word file says, read back: the records, nothing else, nobody's name."""

import pytest

from mwalimu.programmes.operations.outputs import (
    Task,
    add_issues,
    add_needs,
    add_task,
)
from tests.cast import AT
from tests.programmes.reports.conftest import (
    document_of,
    everything,
    make,
    paragraphs,
    tables,
)


@pytest.fixture
def filled(held, kenya, togo, wg_member, team):
    """Outputs too: an issue of each Member, Togo's shared."""
    by = {"by": team.actor, "at": AT}
    add_issues(held, member=kenya, text="KENYA ALONE", **by)
    add_issues(held, member=togo, text="Togo to all", shared=True, **by)
    add_needs(held, text="Rulings", members=[kenya], **by)
    add_task(held, Task(text="Draft", person=wg_member.person), **by)
    return held


def table_with(document, head):
    return next(each for each in tables(document) if each[0][: len(head)] == head)


def test_facts_are_as_recorded_and_what_is_not_says_so(filled, team):
    document = document_of(make(filled, team))
    facts = dict(table_with(document, ["What", "As recorded"])[1:])
    assert facts["Title"] == "WG1"
    assert facts["Dates"] == "4 March 2024 – 8 March 2024"
    assert facts["Place"] == "Nairobi"
    assert facts["Language"] == "not recorded"
    assert facts["Participants as reported"] == "not recorded"


def test_zero_reported_is_not_unknown(filled, team):
    filled.participants = 0
    filled.save()
    document = document_of(make(filled, team))
    facts = dict(table_with(document, ["What", "As recorded"])[1:])
    assert facts["Participants as reported"] == "0"


def test_agenda_experts_and_papers_that_all_may_read(filled, team):
    document = document_of(make(filled, team))
    assert table_with(document, ["Time"])[1] == [
        "09:00–10:00",
        "Opening",
        "ceremony",
        "Head of Customs",
    ]
    assert table_with(document, ["Name", "Organisation"])[1] == [
        "Ms X",
        "WCO",
        "case studies",
    ]
    assert "Handbook" in everything(document)
    assert "Budget" not in everything(document)


def test_participants_are_counted_by_member_and_day(filled, team):
    document = document_of(make(filled, team))
    rows = table_with(document, ["Member", "Expected"])
    assert rows[0][2:] == ["4 Mar", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]
    assert rows[1:] == [
        ["Kenya", "1", "1", "1", *["not recorded"] * 3],
        ["Togo", "1", "1", "0", *["not recorded"] * 3],
        ["Together", "2", "2", "1", *["not recorded"] * 3],
    ]
    assert "2 of 2 for whom attendance was taken were there." in paragraphs(document)


def test_nobody_who_took_part_is_named_and_no_issue_that_is_not_shared(filled, team):
    text = everything(document_of(make(filled, team)))
    assert "Candidate" not in text
    assert "KENYA ALONE" not in text
    assert "Togo to all" in text
    assert "1 more issue is kept by its administration." in text


def test_a_version_for_the_host_names_who_was_there(filled, team):
    document = document_of(make(filled, team, with_names=True))
    rows = table_with(document, ["Name", "Member"])
    assert rows[1][:4] == ["Kenya Candidate", "Kenya", "present", "part of the day"]
    assert "Kenya Candidate, Kenya" in everything(document)  # owns a task
    assert "KENYA ALONE" not in everything(document)


def test_an_empty_session_says_that_nothing_is_recorded(session, team):
    lines = paragraphs(document_of(make(session, team)))
    headings = ["Agenda", "Experts", "Participants", "Papers", "Collective work plan"]
    for heading in [*headings, "Evaluation and decisions"]:
        assert lines[lines.index(heading) + 1] == "Nothing is recorded.", heading


def test_attendance_that_was_not_taken_is_no_attendance_of_nobody(
    session, wg_member, team
):
    lines = paragraphs(document_of(make(session, team)))
    assert "1 person was expected." in lines
    assert "Attendance is not recorded." in lines


def test_the_french_report_is_french(filled, team):
    document = document_of(make(filled, team, "fr"))
    lines = paragraphs(document)
    assert lines[0] == "Rapport de la session"
    assert "GT1" in lines[1]
    assert "Plan de travail collectif" in lines
    assert "lundi 4 mars 2024" in lines
    assert "non renseigné" in everything(document)


def test_synthetic_people_are_said_to_be_so_on_every_page(filled, wg_member, team):
    assert "SPECIMEN" not in everything(document_of(make(filled, team)))
    wg_member.person.synthetic = True
    wg_member.person.save()
    document = document_of(make(filled, team))
    assert any("SPECIMEN" in line for line in paragraphs(document))
    assert "SPECIMEN" in document.sections[0].header.paragraphs[0].text


def test_the_foot_of_the_page_says_which_version_it_is(filled, team):
    make(filled, team)
    foot = document_of(make(filled, team)).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Version 2, filled from the records on 11 Mar 2024 · ")

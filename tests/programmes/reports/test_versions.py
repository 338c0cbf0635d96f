"""Versions, clearance and the final one: what may be done when, and by whom."""

import io
from datetime import UTC, date, datetime

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.operations import erase_person
from mwalimu.people.permissions import OPERATOR
from mwalimu.programmes.models import ReportClearance, SessionReport
from mwalimu.programmes.operations.reports import (
    ReportRefused,
    answer_clearance,
    drop_report_files,
    drop_version,
    make_final,
    upload_version,
)
from mwalimu.programmes.operations.sessions import SessionRefused, add_expert
from mwalimu.programmes.permissions import reports_visible_to
from mwalimu.programmes.queries.reports import (
    contents_of,
    reports_held,
    reports_of,
    reports_over,
)
from mwalimu.shared.files import opened
from mwalimu.shared.models import StoredFile
from tests.cast import AT, make_person
from tests.programmes.reports.conftest import (
    LATER,
    NOW,
    document_of,
    make,
    paragraphs,
    send,
    tables,
    upload,
    viewer_of,
)

CLEARED = {"answer": "cleared", "answered_on": date(2024, 3, 12)}


@pytest.fixture
def sent(held, team, jica, kenya):
    """The first version, sent to JICA and to the host."""
    return send(make(held, team), team, kenya, jica)


def answer(row, somebody, at=LATER, **said):
    return answer_clearance(row, **(CLEARED | said), by=somebody.actor, at=at)


def test_versions_are_numbered_in_each_language(held, team):
    made = [make(held, team), make(held, team, "fr"), upload(held, team)]
    found = [(row.language, row.number, row.made) for row in made]
    assert found == [("en", 1, True), ("fr", 1, True), ("en", 2, False)]
    marked = {(r.language, r.number): r.superseded for r in reports_of(OPERATOR, held)}
    assert marked == {("en", 1): True, ("fr", 1): False, ("en", 2): False}


def test_the_teams_own_file_is_kept_as_it_is(held, team):
    row = upload(held, team, "What the team wrote")
    assert paragraphs(document_of(row)) == ["What the team wrote"]
    assert row.sha256 == row.file.sha256


def test_the_same_file_again_is_no_new_version(held, team):
    first = upload(held, team)
    with open_again(first) as stream, pytest.raises(ReportRefused, match="already"):
        upload_version(
            held, stream, name="r.docx", language="en", by=team.actor, at=NOW
        )
    assert SessionReport.objects.count() == 1


def open_again(row):
    with opened(row.file) as stream:
        return io.BytesIO(stream.read())


@pytest.mark.parametrize("name", ["report.pdf", "report.exe.docx", "report.docm"])
def test_only_word_files_are_kept(held, team, name):
    with pytest.raises(ReportRefused) as refused:
        upload(held, team, name=name)
    assert refused.value.field == "file"
    assert not SessionReport.objects.exists()


def test_content_that_is_no_word_file_is_refused(held, team):
    with pytest.raises(ReportRefused) as refused:
        upload_version(
            held,
            io.BytesIO(b"%PDF-1.7"),
            name="report.docx",
            language="en",
            by=team.actor,
            at=NOW,
        )
    assert refused.value.field == "file"


@pytest.mark.parametrize("role", ["kenya_coordinator", "organiser", "reader"])
def test_only_the_team_makes_versions(held, role, request):
    with pytest.raises(SessionRefused):
        make(held, request.getfixturevalue(role))


def test_an_unknown_language_is_refused(held, team):
    with pytest.raises(ReportRefused, match="English or French"):
        make(held, team, "xx")


def test_a_draft_is_thrown_away_with_its_file(held, team):
    row = upload(held, team)
    drop_version(row, by=team.actor, at=NOW)
    assert not SessionReport.objects.exists()
    assert not StoredFile.objects.filter(sha256=row.sha256).exists()


def test_only_the_newest_draft_is_thrown_away(held, team):
    first = make(held, team)
    make(held, team)
    with pytest.raises(ReportRefused, match="newer version"):
        drop_version(first, by=team.actor, at=NOW)


def test_what_was_sent_stays_on_record(sent, team):
    with pytest.raises(ReportRefused, match="stays on record"):
        drop_version(sent, by=team.actor, at=LATER)
    with pytest.raises(ReportRefused, match="Only a draft"):
        send(sent, team, sent.session.host)


def test_a_version_that_names_participants_goes_to_the_host_alone(
    held, team, jica, kenya
):
    row = make(held, team, with_names=True)
    with pytest.raises(ReportRefused, match="the host alone"):
        send(row, team, kenya, jica)
    assert send(row, team, kenya).state == "sent"


def test_of_the_members_only_the_host_clears(held, team, togo):
    with pytest.raises(ReportRefused) as refused:
        send(make(held, team), team, togo)
    assert refused.value.field == "parties"


def test_nobody_to_clear_it_is_refused(held, team):
    with pytest.raises(ReportRefused) as refused:
        send(make(held, team), team)
    assert refused.value.field == "parties"


@pytest.mark.parametrize("day", [date(2024, 3, 10), date(2024, 3, 13)])
def test_it_is_sent_between_its_making_and_today(held, team, kenya, day):
    with pytest.raises(ReportRefused) as refused:
        send(make(held, team), team, kenya, sent_on=day)
    assert refused.value.field == "sent_on"


def test_when_everybody_cleared_it_it_is_final_and_its_file_stays(sent, team):
    host, partner = sent.clearances.all()
    answer(host, team)
    with pytest.raises(ReportRefused, match="Not everybody"):
        make_final(sent, by=team.actor, at=LATER)
    answer(partner, team, remarks="Well done")
    done = make_final(sent, by=team.actor, at=LATER)
    assert (done.state, done.final_at, done.sha256) == ("final", LATER, sent.sha256)
    with pytest.raises(ReportRefused, match="answers stay"):
        answer(host, team, answer="changes", remarks="No")
    with pytest.raises(ReportRefused, match="final already"):
        make_final(sent, by=team.actor, at=LATER)
    line = AuditLine.objects.get(verb="final")
    assert line.after == {"sha256": sent.sha256}


def test_a_draft_is_not_made_final(held, team):
    with pytest.raises(ReportRefused, match="clearance first"):
        make_final(make(held, team), by=team.actor, at=NOW)


def test_changes_that_are_asked_for_lead_to_a_new_version(sent, held, team):
    host = sent.clearances.first()
    answer(host, team, answer="changes", remarks="The place was Mombasa")
    upload(held, team, "with changes")
    with pytest.raises(ReportRefused, match="newer version"):
        answer(host, team)
    with pytest.raises(ReportRefused, match="newer version"):
        make_final(sent, by=team.actor, at=LATER)
    old, new = SessionReport.objects.order_by("number")
    assert (old.state, new.state) == ("sent", "draft")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": "waiting"}, "answer"),
        ({"answer": "agreed"}, "answer"),
        ({"answer": "changes"}, "remarks"),
        ({"remarks": "x" * 2001}, "remarks"),
        ({"answered_on": date(2024, 3, 10)}, "answered_on"),
        ({"answered_on": date(2024, 3, 13)}, "answered_on"),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(sent, team, said, field):
    with pytest.raises(ReportRefused) as refused:
        answer(sent.clearances.first(), team, **said)
    assert refused.value.field == field
    assert not ReportClearance.objects.exclude(answer="waiting").exists()


def test_the_host_answers_for_itself_and_for_nobody_else(
    sent, organiser, togo_organiser
):
    host, partner = sent.clearances.all()
    assert answer(host, organiser).answer == "cleared"
    for row, somebody in ((partner, organiser), (host, togo_organiser)):
        with pytest.raises(ReportRefused, match="for itself"):
            answer(row, somebody)


def test_the_host_reads_what_was_sent_to_it_and_no_draft(
    held, team, jica, kenya, organiser, togo_organiser, kenya_coordinator, reader
):
    to_host = send(make(held, team), team, kenya)
    to_partner = send(make(held, team, "fr"), team, jica)
    make(held, team)
    assert list(reports_visible_to(viewer_of(organiser))) == [to_host]
    for somebody in (togo_organiser, kenya_coordinator, reader):
        assert not reports_visible_to(viewer_of(somebody)).exists()
    assert to_partner in reports_visible_to(viewer_of(team))


def test_forgetting_somebody_takes_the_files_that_name_them(
    held, team, kenya, wg_member
):
    plain, named = make(held, team), make(held, team, "fr", with_names=True)
    assert [row["language"] for row in reports_held(wg_member.person)] == ["fr"]
    send(named, team, kenya)
    erase_person(wg_member.person, by=team.actor, at=LATER)
    plain.refresh_from_db()
    named.refresh_from_db()
    assert plain.file is not None
    assert (named.file, named.state) == (None, "sent")
    assert len(named.sha256) == 64
    assert named.clearances.count() == 1


def test_forgetting_an_expert_takes_every_version(held, team, system, kenya):
    person = make_person("Expert", system, kenya)
    add_expert(held, person=person, by=team.actor, at=AT)
    row = make(held, team)
    erase_person(person, by=team.actor, at=LATER)
    row.refresh_from_db()
    assert row.file is None
    fresh = document_of(make(held, team, at=LATER))
    names = [row[0] for table in tables(fresh) for row in table]
    assert "Expert" not in names


def test_after_ten_years_the_file_goes_and_the_record_stays(held, team, system):
    row = make(held, team)
    due = reports_over(datetime(2024, 3, 12, tzinfo=UTC))
    assert list(due) == [row]
    keys = list(due.values_list("pk", flat=True))
    assert drop_report_files(keys, by=system, at=LATER) == 1
    assert not due.all().exists()
    row.refresh_from_db()
    assert (row.file, row.number) == (None, 1)


def test_the_page_says_what_would_be_in_it_and_what_is_missing(held, session):
    found = contents_of(held, date(2024, 3, 12))
    assert [part.count for part in found.parts] == [4, 1, 1, 2, 1, 0, 0, 0]
    assert [str(part.label) for part in found.lacking] == ["Session", "Participants"]
    assert str(found.lacking[1].lacks) == "attendance is not recorded for all"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2024, 3, 7), "the session is not over"),
        (date(2024, 3, 12), "no attendance is recorded"),
    ],
)
def test_what_is_missing_of_attendance(session, wg_member, day, said):
    lacking = {str(p.label): str(p.lacks) for p in contents_of(session, day).lacking}
    assert lacking["Participants"] == said
    assert lacking["Agenda"] == "nothing is recorded"


def test_what_would_be_in_it_takes_three_queries(held, django_assert_num_queries):
    with django_assert_num_queries(3):
        contents_of(held, date(2024, 3, 12))

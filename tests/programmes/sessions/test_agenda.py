"""What is on: lines of the agenda, papers for their readers, experts."""

import io
from datetime import date, time

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.people.permissions import PUBLIC
from mwalimu.programmes.models import AgendaItem, Session
from mwalimu.programmes.operations.sessions import (
    Item,
    SessionNotAllowed,
    SessionRefused,
    add_expert,
    add_guest,
    add_paper,
    plan_days,
    put_on_agenda,
    remove_paper,
    show_paper_to,
    take_off_agenda,
)
from mwalimu.programmes.permissions import own_sessions, papers_visible_to
from mwalimu.programmes.queries.sessions.agenda import agenda_of
from mwalimu.programmes.queries.sessions.expected import participants_at
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, make_person
from tests.programmes.sessions.conftest import MONDAY

PDF = b"%PDF-1.7 of a handbook"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


def item(day, **more):
    plain = {"starts_at": time(9), "title": "Opening", "kind": "ceremony"}
    return Item(day=day, **{**plain, **more})


def paper(session, by, content=PDF, **more):
    plain = {"name": "handbook.pdf", "title": "Handbook", "seen_by": "participants"}
    options = {**plain, **more}
    return add_paper(session, io.BytesIO(content), **options, by=by.actor, at=AT)


def readable(somebody, session):
    viewer = viewer_of(somebody.account, AT.date())
    return list(papers_visible_to(viewer).filter(session=session))


def test_an_agenda_is_in_the_order_of_its_times(session, days, team):
    for title, hour in [("Second", 11), ("First", 9)]:
        line = item(days[0], title=title, starts_at=time(hour))
        put_on_agenda(session, line, by=team.actor, at=AT)
    first = agenda_of(session)[0]
    assert [row.title for row in first.items] == ["First", "Second"]


def test_a_line_is_changed_and_taken_off(session, days, team):
    row = put_on_agenda(session, item(days[0]), by=team.actor, at=AT)
    moved = item(days[1], speaker=" Ms  Speaker ")
    put_on_agenda(session, moved, row=row, by=team.actor, at=AT)
    row.refresh_from_db()
    assert (row.day, row.speaker) == (days[1], "Ms Speaker")
    take_off_agenda(row, by=team.actor, at=AT)
    lines = AuditLine.objects.filter(verb="agenda")
    assert (AgendaItem.objects.count(), lines.count()) == (0, 3)
    assert "Speaker" not in str([(line.before, line.after) for line in lines])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "turned \u202e round"}, "title"),
        ({"kind": "party"}, "kind"),
        ({"ends_at": time(8)}, "ends_at"),
        ({"ends_at": time(9)}, "ends_at"),
        ({"room": "x" * 101}, "room"),
    ],
)
def test_a_line_that_cannot_be_is_refused(session, days, team, wrong, field):
    with pytest.raises(SessionRefused) as refused:
        put_on_agenda(session, item(days[0], **wrong), by=team.actor, at=AT)
    assert refused.value.field == field
    assert not AgendaItem.objects.exists()


def test_a_line_stands_on_a_day_of_its_own_session(session, days, team, cohort):
    other = Session.objects.create(kind="working_group", programme=cohort.programme)
    with pytest.raises(SessionRefused, match="days of this session"):
        put_on_agenda(other, item(days[0]), by=team.actor, at=AT)


def test_a_day_with_an_agenda_is_not_dropped(session, days, team):
    put_on_agenda(session, item(days[4]), by=team.actor, at=AT)
    with pytest.raises(SessionRefused, match="on the agenda"):
        plan_days(session, days=[MONDAY], by=team.actor, at=AT)
    assert session.days.count() == 5


def test_only_the_team_writes(session, days, organiser, wg_member):
    for somebody in (organiser, wg_member):
        with pytest.raises(SessionNotAllowed):
            put_on_agenda(session, item(days[0]), by=somebody.actor, at=AT)
        with pytest.raises(SessionNotAllowed):
            paper(session, somebody)
        with pytest.raises(SessionNotAllowed):
            add_expert(session, name="X", by=somebody.actor, at=AT)


def test_a_paper_is_read_by_those_who_take_part(
    session, team, wg_member, organiser, kenya_coordinator, kenya_trainer, reader
):
    made = paper(session, team)
    for somebody in (team, wg_member, organiser, kenya_coordinator):
        assert readable(somebody, session) == [made]
    for somebody in (kenya_trainer, reader):
        assert readable(somebody, session) == []
    assert list(papers_visible_to(PUBLIC)) == []


def test_a_paper_of_the_team_is_read_by_nobody_else(
    session, team, wg_member, organiser
):
    made = paper(session, team, seen_by="team")
    assert readable(team, session) == [made]
    assert readable(wg_member, session) == readable(organiser, session) == []
    show_paper_to(made, seen_by="participants", by=team.actor, at=AT)
    assert readable(wg_member, session) == [made]
    remove_paper(made, by=team.actor, at=AT)
    assert readable(team, session) == []


def test_a_wg_member_reads_papers_of_their_own_sessions_alone(
    session, team, wg_member, togo_wg_member, togo
):
    made = paper(session, team)
    group = session.programme.groups.create(code="G-FR", names={"en": "French"})
    group.members.add(togo)
    session.group = group
    session.save()
    assert readable(wg_member, session) == []
    assert readable(togo_wg_member, session) == [made]


@pytest.mark.parametrize(
    ("name", "content", "field"),
    [
        ("plan.exe", PDF, "file"),
        ("plan.exe.pdf", PDF, "file"),
        ("plan.pdf", b"MZ no pdf at all", "file"),
        ("plan.pdf", b"", "file"),
        ("plan", PDF, "file"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    session, team, name, content, field
):
    with pytest.raises(SessionRefused) as refused:
        paper(session, team, content, name=name)
    assert refused.value.field == field
    assert session.papers.count() == 0


def test_the_same_file_is_a_paper_once(session, team):
    paper(session, team)
    with pytest.raises(SessionRefused, match="already"):
        paper(session, team, title="Again")
    with pytest.raises(SessionRefused, match="who may read"):
        paper(session, team, PDF + b"2", seen_by="everybody")


def test_an_expert_is_a_person_or_a_name(session, team, kenya):
    person = make_person("Kenya Expert", team.actor, kenya)
    one = add_expert(session, person=person, name="ignored", by=team.actor, at=AT)
    two = add_expert(session, name="Ms X", organisation="WCO", by=team.actor, at=AT)
    assert (one.called, two.called) == ("Kenya Expert", "Ms X")
    with pytest.raises(SessionRefused, match="already"):
        add_expert(session, person=person, by=team.actor, at=AT)
    with pytest.raises(SessionRefused, match="must stand"):
        add_expert(session, name=" ", by=team.actor, at=AT)


@pytest.mark.parametrize(
    ("since", "until", "precision", "expected"),
    [
        (date(2024, 3, 4), None, "day", True),
        (date(2024, 3, 5), None, "day", False),
        (date(2023, 1, 1), date(2024, 3, 4), "day", True),
        (date(2023, 1, 1), date(2024, 3, 3), "day", False),
        (date(2024, 3, 20), None, "month", True),
        (date(2024, 4, 1), None, "month", False),
        (date(2024, 12, 1), None, "year", True),
    ],
)
def test_own_sessions_are_those_at_which_one_is_expected(
    session, wg_member, since, until, precision, expected
):
    if precision != "day":
        session.starts_on = date(2024, 3, 1)
        session.starts_precision = precision
        session.save()
    seat = session.cohorts.get().seats.get()
    ended = "withdrawn" if until else ""
    seat.holdings.update(since=since, until=until, ended=ended)
    people = {row.person for row in participants_at(session)}
    viewer = viewer_of(wg_member.account, AT.date())
    assert (wg_member.person in people) == expected
    assert own_sessions(viewer).filter(pk=session.pk).exists() == expected


@pytest.mark.parametrize("code", ["HS", "CV"])
def test_a_session_on_another_topic_of_the_cohort_is_not_ones_own(
    session, wg_member, topics, code
):
    session.cohorts.get().topics.add(topics["CV"])
    session.topics.set([topics[code]])
    people = {row.person for row in participants_at(session)}
    viewer = viewer_of(wg_member.account, AT.date())
    own = own_sessions(viewer).filter(pk=session.pk).exists()
    assert own == (wg_member.person in people) == (code == "HS")


@pytest.mark.parametrize("began", ["nominated", "replacement", "late", "resumed"])
def test_a_supplementary_session_is_for_those_who_came_later(session, wg_member, began):
    Session.objects.update(kind="catch_up")
    session.refresh_from_db()
    session.cohorts.get().seats.get().holdings.update(began=began)
    people = {row.person for row in participants_at(session)}
    viewer = viewer_of(wg_member.account, AT.date())
    own = own_sessions(viewer).filter(pk=session.pk).exists()
    assert own == (wg_member.person in people) == (began != "nominated")


def test_a_guest_has_the_session_as_their_own(session, team, kenya_trainer):
    viewer = viewer_of(kenya_trainer.account, AT.date())
    assert not own_sessions(viewer).exists()
    person = kenya_trainer.person
    add_guest(session, person=person, reason="observer", by=team.actor, at=AT)
    assert list(own_sessions(viewer)) == [session]

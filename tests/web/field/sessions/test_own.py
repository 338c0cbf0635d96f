"""A WG member reads their own sessions, and nobody else's."""

import io
from datetime import date, time, timedelta

import pytest

from mwalimu.programmes.models import Session
from mwalimu.programmes.operations.sessions import Mark, add_paper, take_attendance
from mwalimu.shared.clock import now
from tests.cast import AT

LIST = "/en/field/sessions/"


@pytest.fixture
def signed_in(client, wg_member):
    client.force_login(wg_member.account)
    return client


@pytest.fixture
def paper(session, team, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    stream = io.BytesIO(b"%PDF-1.7 handbook")
    return add_paper(
        session,
        stream,
        name="handbook.pdf",
        title="Handbook",
        seen_by="participants",
        by=team.actor,
        at=AT,
    )


def test_what_is_to_come_stands_before_what_is_past(signed_in, session, cohort):
    coming = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "Working group 2"},
        starts_on=now().date() + timedelta(days=10),
    )
    coming.cohorts.add(cohort)
    own = signed_in.get(LIST).context["own"]
    assert (own.coming, own.past) == ((coming,), (session,))


def test_whoever_has_no_seat_is_told_why_nothing_stands_there(
    client, kenya_trainer, session
):
    client.force_login(kenya_trainer.account)
    page = client.get(LIST).content.decode()
    assert "No session is planned for you" in page
    assert "Working group 1" not in page


def test_a_session_shows_agenda_papers_and_when_i_was_there(
    signed_in, session, team, wg_member, paper
):
    day = session.days.get(day=date(2024, 3, 4))
    day.agenda.create(starts_at=time(9), title="Opening talk", kind="ceremony")
    mark = Mark(wg_member.person, "part", "left early")
    take_attendance(day, marks=[mark], by=team.actor, at=now())
    page = signed_in.get(f"{LIST}{session.uuid}/").content.decode()
    for text in ("Opening talk", "Handbook", "Nairobi", "part of the day"):
        assert text in page
    answer = signed_in.get(f"{LIST}{session.uuid}/papers/{paper.uuid}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 handbook"


def test_another_session_is_not_found_and_so_is_its_paper(
    signed_in, session, paper, togo
):
    group = session.programme.groups.create(code="G-FR", names={"en": "French"})
    group.members.add(togo)
    session.group = group
    session.save()
    assert signed_in.get(f"{LIST}{session.uuid}/").status_code == 404
    address = f"{LIST}{session.uuid}/papers/{paper.uuid}/"
    assert signed_in.get(address).status_code == 404


def test_a_paper_is_reached_through_its_own_session_alone(
    signed_in, session, paper, cohort
):
    other = Session.objects.create(
        kind="working_group", programme=cohort.programme, starts_on=date(2024, 5, 6)
    )
    other.cohorts.add(cohort)
    assert signed_in.get(f"{LIST}{other.uuid}/").status_code == 200
    address = f"{LIST}{other.uuid}/papers/{paper.uuid}/"
    assert signed_in.get(address).status_code == 404


def test_the_attendance_of_others_is_not_shown(
    signed_in, session, team, togo_wg_member
):
    day = session.days.get(day=date(2024, 3, 4))
    mark = Mark(togo_wg_member.person, "absent")
    take_attendance(day, marks=[mark], by=team.actor, at=now())
    page = signed_in.get(f"{LIST}{session.uuid}/").content.decode()
    assert "absent" not in page
    assert "Togo" not in page


@pytest.mark.parametrize("more", [0, 3])
def test_own_sessions_take_few_queries(
    signed_in, session, cohort, more, django_assert_max_num_queries
):
    for number in range(more):
        row = Session.objects.create(
            kind="working_group",
            programme=cohort.programme,
            starts_on=date(2024, 6, number + 1),
        )
        row.cohorts.add(cohort)
    with django_assert_max_num_queries(7):
        signed_in.get(LIST)
    with django_assert_max_num_queries(13):
        signed_in.get(f"{LIST}{session.uuid}/")

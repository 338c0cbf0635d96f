"""The demo as it is built: what is published, what is marked, what waits for whom."""

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.models import Count, Q

from mwalimu import demo
from mwalimu.accounts.models import Account
from mwalimu.accounts.operations import actor_for, system_actor
from mwalimu.demo.cohorts.deciding import BEFORE, NOT_KNOWN
from mwalimu.figures import exports
from mwalimu.figures.queries import figure
from mwalimu.people.models import Person, Role
from mwalimu.people.permissions import OPERATOR, PUBLIC
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import (
    Activity,
    Attendance,
    Call,
    Cohort,
    Holding,
    Invitation,
    Letter,
    PanelMember,
    PanelMinutes,
    Programme,
    Session,
    SessionDay,
    Submission,
)
from mwalimu.programmes.permissions import may_take_attendance
from mwalimu.programmes.permissions.assignments import assignments_visible_to
from mwalimu.programmes.queries.assignments import to_review
from mwalimu.programmes.queries.cohorts import cohort_plan
from mwalimu.programmes.queries.demos import slots_to_score, slots_to_teach
from mwalimu.programmes.queries.sessions.attendance import days_within, headcounts
from mwalimu.qualification.models import (
    Availability,
    Award,
    Decision,
    FieldConsent,
    Profile,
    WaiverRow,
)
from mwalimu.qualification.queries.board import Wanted, board
from mwalimu.qualification.queries.pool.floors import below_floor
from mwalimu.reference.operations import load_reference
from mwalimu.trainings.models import Status, Training
from mwalimu.trainings.permissions import may_verify, visible_to
from mwalimu.web.kit.viewers import viewer_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
SCRYPT = "django.contrib.auth.hashers.ScryptPasswordHasher"
PUBLISHED = {"topic": "HS|CV|PCA|RM", "year": "2018..2023", "region": "ESA|WCA"}


@pytest.fixture(scope="module")
def steps(django_db_setup, django_db_blocker):
    """The demo, built once for this file; what was told of its progress."""
    from django.db import transaction

    told = []

    def tell(share):
        told.append(share)
        if connection.vendor == "postgresql" and len(told) % 5 == 0:
            # A server learns by itself how much the tables hold, but not of rows in a
            # transaction that other tests' vacuumed tables say are none.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")

    with django_db_blocker.unblock(), transaction.atomic():
        load_reference(by=system_actor(), at=AT)
        demo.build(by=system_actor("demo"), at=AT, on_progress=tell)
        yield told
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def built(steps, db):
    return steps


def total(indicator, where=PUBLISHED, **more):
    return figure(indicator, where=where, viewer=OPERATOR, **more).total.value


def test_progress_adds_up_to_a_hundred(built):
    assert sum(built) == 100
    assert len(built) > 20


def test_the_published_sum_is_there_to_the_digit():
    assert total("participations_by_became") == 49_200


def test_by_master_trainers_is_less_because_many_taught_before_their_award():
    assert 0 < total("participations_by_master_trainers") < 49_200


def test_more_than_23_000_by_2021():
    where = {**PUBLISHED, "year": "2018..2021"}
    assert total("participations_by_became", where) == 23_550


def test_a_little_over_43_000_as_of_20_november_2023():
    day = datetime(2023, 11, 20, 23, 59, tzinfo=UTC)
    assert 43_000 < total("participations_by_became", as_of=day) < 44_000


def test_figures_as_of_an_early_day_know_nothing_of_later_awards():
    day = datetime(2021, 3, 1, tzinfo=UTC)
    where = {"topic": "PCA", "year": "2018..2020"}
    assert total("participations", where, as_of=day) > 0
    assert total("participations_by_became", where, as_of=day) == 0


def test_every_person_training_and_award_is_synthetic():
    assert not Person.objects.filter(synthetic=False).exists()
    assert not Training.objects.filter(synthetic=False).exists()
    assert Award.objects.count() == 211


def test_the_real_history_is_all_there():
    assert real().count() + Activity.objects.count() == 61
    assert Programme.objects.exclude(code="EXAMPLE").count() == 11


def real():
    """The sessions that sources tell of."""
    return Session.objects.exclude(source_key=None)


def test_what_is_invented_beside_it_says_so_in_its_name():
    invented = Session.objects.filter(source_key=None)
    assert {row.programme.code for row in invented} == {"EXAMPLE"}
    assert all("synthetic" in row.title["en"] for row in invented)
    cohorts = Cohort.objects.filter(programme__code="EXAMPLE")
    for row in (*cohorts, Programme.objects.get(code="EXAMPLE")):
        assert "synthetic" in row.names["en"]
        assert "fictives" in row.names["fr"]


def test_the_attendance_of_every_session_is_what_its_source_reports():
    """All 31 sessions of which days and head-count are known; no other has any."""
    sessions = list(real())
    counts = headcounts(row.pk for row in sessions)
    known = [row for row in sessions if days_within(row) and row.participants]
    assert len(known) == 31
    assert {row.pk for row in known} == set(counts)
    for row in known:
        assert counts[row.pk].attended == row.participants, row


def test_an_unknown_stays_unknown():
    unknown = real().filter(
        Q(participants=None) | ~Q(starts_precision="day") | ~Q(ends_precision="day")
    )
    assert unknown.count() == 14
    assert not Attendance.objects.filter(day__session__in=unknown).exists()


@pytest.mark.parametrize(
    ("code", "expected"),
    {
        "EA-PCA": "20/20 20/20 18/18 19/19 - 18/18",
        "SA-CV": "- 15/15 15/15 15/15 15/15",
        "WA-RMIA": "- 18/18 - 18/18",
        "RoO-WA": "12/12 - - 11/11 - - - 16/16 25/25 15/15",
    }.items(),
)
def test_both_numbers_stand_in_the_plan_of_a_cohort(code, expected):
    plan = cohort_plan(Cohort.objects.get(code=code), OPERATOR)
    held = {row.session.pk: row for step in plan.steps for row in step.held}
    said = [
        "-" if row.attended is None else f"{row.session.participants}/{row.attended}"
        for row in held.values()
    ]
    assert " ".join(said) == expected


def test_awarded_seats_were_held_to_the_end():
    awards = Award.objects.exclude(cohort=None)
    ended = Holding.objects.filter(ended="completed")
    assert ended.count() == awards.count() == 186
    assert {(row.person_id, row.member_id) for row in awards} == {
        (row.person_id, row.seat.member_id) for row in ended.select_related("seat")
    }


def test_every_award_of_a_cohort_stands_on_a_decision_with_its_evidence():
    awards = Award.objects.exclude(cohort=None)
    decisions = Decision.objects.filter(award__in=awards)
    assert decisions.count() == 186
    for row in decisions:
        shown = [each for each in row.evidence["verdicts"] if each["state"] == "met"]
        assert shown
        assert all(each["rows"] for each in shown)
    assert decisions.filter(supported=True).count() == 184
    assert decisions.filter(supported=False, reason="").count() == 0


def test_awards_are_numbered_without_a_gap():
    series = defaultdict(list)
    for number in Award.objects.values_list("number", flat=True):
        code, year, place = number.removeprefix("MT-").rsplit("-", 2)
        series[code, year].append(int(place))
    assert {key: len(found) for key, found in series.items()} == {
        ("HS", "2017"): 33,
        ("CV", "2017"): 33,
        ("RM", "2017"): 33,
        ("PCA", "2021"): 18,
        ("CV", "2021"): 15,
        ("RM", "2021"): 18,
        ("HS", "2024"): 10,
        ("CV", "2024"): 11,
        ("ROO", "2024"): 40,
    }
    assert all(sorted(row) == [*range(1, len(row) + 1)] for row in series.values())


def test_who_was_let_off_was_told_why_the_stage_cannot_be_shown():
    """No stage is waived of which it is known who was there, but of latecomers."""
    rows = WaiverRow.objects.select_related("requirement")
    assert {row.requirement.kind for row in rows} == {"attendance"}
    reasons = Counter(row.reason for row in rows)
    assert set(reasons) == {NOT_KNOWN, BEFORE}
    assert reasons[BEFORE] == 21


def test_the_board_of_cohorts_that_go_on_has_every_state():
    lines = board(OPERATOR, on=AT.date(), wanted=Wanted(page=0)).lines
    states = {verdict.state for line in lines for verdict in line.standing.verdicts}
    assert states >= {"met", "open", "missed"}
    assert any(line.behind_since for line in lines)


def test_minutes_are_signed_and_their_pdf_says_that_it_is_a_specimen():
    rows = PanelMinutes.objects.all()
    assert rows.count() == 9
    assert not PanelMember.objects.filter(signed_at=None).exists()
    assert all(row.pdf for row in rows)


def test_records_wait_in_every_state():
    newest = Training.objects.newest()
    states = set(newest.values_list("status", flat=True))
    assert states == set(Status.values)
    assert newest.filter(version=2, status=Status.VERIFIED).count() == 1


def test_every_coordinator_has_something_to_verify():
    for address in ("coordinator.ke", "coordinator.tg", "coordinator.fj"):
        account = Account.objects.get(email=f"{address}@example.org")
        actor = actor_for(account)
        viewer = acting_viewer(actor, AT.date())
        waiting = visible_to(viewer).waiting()
        assert any(may_verify(viewer, actor, row) for row in waiting), address


def viewer_at(address):
    account = Account.objects.get(email=f"{address}@example.org")
    return viewer_of(account, AT.date())


def test_an_assessor_has_slots_to_score_and_work_to_review():
    viewer = viewer_at("assessor")
    mine = [line for line in slots_to_score(viewer) if not own(line, viewer)]
    assert len(mine) == 9
    assert to_review(viewer, AT.date()).count() == 13


def own(line, viewer):
    return any(a.given for a in line.assessors if a.person.pk == viewer.person_id)


def test_wg_members_have_work_an_invitation_and_a_slot_today():
    kenya, togo = viewer_at("member.ke"), viewer_at("member.tg")
    assert Role.CANDIDATE in kenya.roles & togo.roles
    due = assignments_visible_to(kenya).filter(code="A1", due_on__lte=AT)
    assert not due.get().submissions.filter(person=kenya.person_id).exists()
    invitation = Invitation.objects.get(person=kenya.person_id)
    assert invitation.state == "sent"
    assert [slot.day for slot in slots_to_teach(togo)] == [AT.date()]


def test_the_host_takes_attendance_of_a_session_today():
    viewer = viewer_at("host.ke")
    day = SessionDay.objects.get(session__programme__code="EXAMPLE", day=AT.date())
    assert may_take_attendance(viewer, day.session)
    assert 0 < day.attendance.count() < 12


def test_the_team_has_names_to_screen_and_a_dispute_to_settle():
    call = Call.objects.get()
    states = Counter(call.nominations.values_list("state", flat=True))
    assert states == {"submitted": 4, "draft": 1, "accepted": 1}
    disputed = Submission.objects.filter(state="handed_in").annotate(
        said=Count("reviews")
    )
    assert disputed.filter(said=2).count() == 1


def test_letters_say_in_their_words_that_the_programme_is_synthetic():
    letters = Letter.objects.filter(direction="out")
    assert letters.count() == 12
    assert {letter.language for letter in letters} == {"en", "fr"}
    for letter in letters:
        assert "synthetic" in letter.body or "fictives" in letter.body


def test_master_trainers_show_profiles_to_some_and_floors_warn():
    assert Profile.objects.exclude(about="").count() > 150
    shown = FieldConsent.objects.values_list("audience", flat=True)
    assert set(shown) == {"public", "members"}
    assert Availability.objects.filter(until__gte=AT).exists()
    low = {row.floor.cohort.code for row in below_floor(AT.date())}
    assert low == {"RoO-WA", "RoO-ESA", "PI-HSCV"}


def test_everybody_who_signs_in_has_an_account_with_the_printed_password(
    settings,
):
    settings.PASSWORD_HASHERS = [SCRYPT]
    for _, email, password in demo.SIGN_INS:
        account = Account.objects.get(email=email)
        assert account.check_password(password)


def test_what_leaves_says_that_it_is_synthetic():
    table = figure("participations", by=["topic"], viewer=PUBLIC, public=True)
    assert "ynthetic" in exports.as_csv(table)
    assert json.dumps(exports.as_object(table, AT)).count("ynthetic") > 0

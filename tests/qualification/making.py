"""What people of a cohort show: sessions attended, work handed in, demos, trainings."""

from datetime import UTC, date, datetime, timedelta

from mwalimu.programmes.models import (
    Assignment,
    Attendance,
    PanelMinutes,
    PanelResult,
    Session,
    SessionDay,
    Stage,
    Submission,
)
from tests.cast import AT


def stage(cohort, code):
    """A working group of the cohort's plan, in the order of its number."""
    made, _ = Stage.objects.get_or_create(
        cohort=cohort,
        code=code,
        defaults={
            "position": int(code[-1]),
            "kind": "working_group",
            "names": {"en": code},
        },
    )
    return made


def held(cohort, *codes, first, days=5, **facts):
    """A session of so many days from `first` on, which stands for these stages."""
    last = first + timedelta(days=days - 1)
    session = Session.objects.create(
        programme=cohort.programme,
        starts_on=first,
        ends_on=last,
        title={"en": " ".join(codes)},
        **{"kind": "working_group", **facts},
    )
    session.cohorts.add(cohort)
    session.stages.add(*(stage(cohort, code) for code in codes))
    for number in range(days):
        SessionDay.objects.create(session=session, day=first + timedelta(days=number))
    return session


def attend(session, person, by, *presences):
    """How the person was there on each day, in order; `present` on all if not said."""
    days = list(session.days.all())
    for day, presence in zip(days, presences or ["present"] * len(days), strict=False):
        Attendance.objects.create(
            day=day, person=person, presence=presence, recorded_at=AT, recorded_by=by
        )


def ask(cohort, code, by, due=date(2023, 6, 30), **facts):
    """An assignment that was given out."""
    return Assignment.objects.create(
        cohort=cohort,
        code=code,
        titles={"en": code},
        due_on=due,
        created_at=AT,
        created_by=by,
        **{"state": "open", **facts},
    )


def hand_in(assignment, person, by, state="handed_in", on=date(2023, 6, 1), version=1):
    """The person hands in a version; what is settled was settled a week later."""
    handed_in_at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    settled = state in ("accepted", "repeat", "rejected")
    return Submission.objects.create(
        assignment=assignment,
        person=person,
        version=version,
        state=state,
        handed_in_at=handed_in_at,
        handed_in_by=by,
        settled_at=handed_in_at + timedelta(days=7) if settled else None,
    )


def panel(session, person, topic, by, scores, closed=True, corrects=None):
    """Minutes with the agreed scores: skill, expertise, content."""
    at = datetime(2023, 11, 30, 9, tzinfo=UTC)
    minutes = PanelMinutes.objects.create(
        session=session,
        language="en",
        corrects=corrects,
        closed_at=at if closed else None,
        content_hash="0" * 64 if closed else "",
        created_at=at,
        created_by=by,
    )
    skill, expertise, content = scores
    PanelResult.objects.create(
        minutes=minutes,
        candidate=person,
        topic=topic,
        skill=skill,
        expertise=expertise,
        content=content,
    )
    return minutes

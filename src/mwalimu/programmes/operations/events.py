"""Sessions and activities: what took place, or will."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.programmes.models import (
    Activity,
    Cohort,
    Mode,
    Programme,
    Project,
    Session,
    SessionGroup,
    Stage,
)
from mwalimu.programmes.operations.checks import (
    LONGEST_NOTE,
    Problem,
    check_count,
    check_order,
    refuse_if,
)
from mwalimu.programmes.operations.sessions.invitations import bring_up_to_date
from mwalimu.programmes.operations.write import dated, put
from mwalimu.reference.models import Member, Partner, Topic
from mwalimu.shared.dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class EventFacts:
    """What is known of a session or an activity; None and empty mean not known."""

    title: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    members: tuple[Member, ...] = ()
    partners: tuple[Partner, ...] = ()
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    mode: str = Mode.NOT_RECORDED
    language: str = ""
    city: str = ""
    place_note: str = ""
    host: Member | None = None
    participants: int | None = None
    demo_trainees: int | None = None
    demo_trainees_unknown: bool = False
    confidence: str = ""
    source: str = ""
    note: str = ""
    source_key: str | None = None
    source_stage: str = ""
    group: SessionGroup | None = None


@dataclass(frozen=True, kw_only=True)
class SessionFacts(EventFacts):
    """What is known of a session: also the cohorts and the stages it stands for."""

    kind: str
    programme: Programme
    cohorts: tuple[Cohort, ...] = ()
    stages: tuple[Stage, ...] = ()
    meetings: int | None = None
    launch: bool = False
    certificates: bool = False


@dataclass(frozen=True, kw_only=True)
class ActivityFacts(EventFacts):
    """What is known of an activity, of a programme or of the project as a whole."""

    kind: str
    project: Project
    programme: Programme | None = None


COLUMNS = (
    "title mode language city place_note host participants demo_trainees"
    " demo_trainees_unknown confidence source note source_key source_stage group"
).split()
SESSION_COLUMNS = "kind programme meetings launch certificates".split()
ACTIVITY_COLUMNS = "kind project programme".split()
RELATIONS = ("topics", "members", "partners")


@transaction.atomic
def create_session(*, facts: SessionFacts, by: Actor, at: datetime) -> Session:
    """Record a session that took place, or is planned."""
    session = Session()
    put_session(session, facts, by=by, at=at)
    return session


@transaction.atomic
def edit_session(
    session: Session, *, facts: SessionFacts, by: Actor, at: datetime
) -> Session:
    """Change what is known of a session; calendars of those invited follow."""
    refuse_if(_check_days(session, facts))
    put_session(session, facts, by=by, at=at)
    bring_up_to_date(session, by=by, at=at)
    return session


def _check_days(session: Session, facts: SessionFacts) -> Iterable[Problem]:
    """New dates leave no planned day outside."""
    first, last = facts.starts, facts.ends or facts.starts
    days = session.days.values_list("day", flat=True)
    outside = [
        day
        for day in days
        if first is None or last is None or not first.first <= day <= last.last
    ]
    if outside:
        yield Problem(
            "starts",
            str(first or ""),
            pgettext(
                "problem",
                "%(day)s is set as a day of the session and would lie outside. Move the"
                " session, or set its days anew first.",
            )
            % {"day": outside[0].isoformat()},
        )


@transaction.atomic
def create_activity(*, facts: ActivityFacts, by: Actor, at: datetime) -> Activity:
    """Record an activity besides the working groups."""
    activity = Activity()
    put_activity(activity, facts, by=by, at=at)
    return activity


@transaction.atomic
def edit_activity(
    activity: Activity, *, facts: ActivityFacts, by: Actor, at: datetime
) -> Activity:
    """Change what is known of an activity."""
    put_activity(activity, facts, by=by, at=at)
    return activity


def put_session(
    session: Session, facts: SessionFacts, *, by: Actor, at: datetime
) -> tuple[str, ...]:
    """Check and write a session; the names of what changed."""
    refuse_if([*check_event(facts), *_check_belonging(facts)])
    return put(
        session,
        _columns(facts, SESSION_COLUMNS),
        {
            **{name: getattr(facts, name) for name in RELATIONS},
            "cohorts": facts.cohorts,
            "stages": facts.stages,
        },
        subject="session",
        by=by,
        at=at,
    )


def put_activity(
    activity: Activity, facts: ActivityFacts, *, by: Actor, at: datetime
) -> tuple[str, ...]:
    """Check and write an activity; the names of what changed."""
    refuse_if(check_event(facts))
    return put(
        activity,
        _columns(facts, ACTIVITY_COLUMNS),
        {name: getattr(facts, name) for name in RELATIONS},
        subject="activity",
        by=by,
        at=at,
    )


def _columns(facts: EventFacts, more: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(facts, name) for name in (*COLUMNS, *more)}
    values["title"] = dict(facts.title)
    return values | dated("starts", facts.starts) | dated("ends", facts.ends)


def check_event(facts: EventFacts) -> Iterable[Problem]:
    """What no session and no activity may say."""
    yield from check_order(facts.starts, facts.ends)
    yield from check_count(facts.participants, "participants")
    yield from check_count(facts.demo_trainees, "demo_trainees")
    if len(facts.note) > LONGEST_NOTE:
        yield Problem(
            "note",
            f"{facts.note[:40]}...",
            pgettext("problem", "%(length)s characters: a note has at most %(most)s.")
            % {"length": len(facts.note), "most": LONGEST_NOTE},
        )


def _check_belonging(facts: SessionFacts) -> Iterable[Problem]:
    """Cohorts and stages are those of the session's programme."""
    for cohort in facts.cohorts:
        if cohort.programme_id != facts.programme.pk:
            yield Problem(
                "cohorts",
                cohort.code,
                pgettext("problem", "%(cohort)s is no cohort of %(programme)s.")
                % {"cohort": cohort.code, "programme": facts.programme.code},
            )
    known = {cohort.pk for cohort in facts.cohorts}
    for stage in facts.stages:
        if stage.cohort_id not in known:
            yield Problem(
                "stages",
                stage.code,
                pgettext("problem", "%(code)s is no stage of these cohorts.")
                % {"code": stage.code},
            )


def session_facts(session: Session) -> SessionFacts:
    """What is recorded of a session now; the base of an edit."""
    return SessionFacts(
        **_facts_of(session, SESSION_COLUMNS),
        cohorts=tuple(session.cohorts.all()),
        stages=tuple(session.stages.all()),
    )


def activity_facts(activity: Activity) -> ActivityFacts:
    """What is recorded of an activity now; the base of an edit."""
    return ActivityFacts(**_facts_of(activity, ACTIVITY_COLUMNS))


def _facts_of(event: Session | Activity, more: Iterable[str]) -> dict[str, Any]:
    values = {name: getattr(event, name) for name in (*COLUMNS, *more)}
    relations = {name: tuple(getattr(event, name).all()) for name in RELATIONS}
    return values | relations | {"starts": event.starts, "ends": event.ends}

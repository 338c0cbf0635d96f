"""Opening the evaluation of a session, moving its days, closing it, taking it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.forms.models import QuestionSet, SetEdition
from mwalimu.forms.operations import (
    FormRefused,
    close_round,
    drop_round,
    move_round,
    open_round,
)
from mwalimu.programmes.engine.deadlines import end_of
from mwalimu.programmes.models import Evaluation, Session
from mwalimu.programmes.operations.sessions.refusals import (
    SessionNotAllowed,
    SessionRefused,
    require_not_cancelled,
    require_team,
)

LONGEST = timedelta(days=366)


@transaction.atomic
def open_evaluation(
    session: Session,
    *,
    edition: SetEdition,
    opens_on: date,
    closes_on: date,
    by: Actor,
    at: datetime,
) -> Evaluation:
    """Ask participants from one day to another, both where the session is held.

    Raises SessionRefused. A session has one evaluation.
    """
    require_team(by, at)
    row = _locked(session)
    require_not_cancelled(row)
    if Evaluation.objects.filter(session=row).exists():
        text = pgettext("refusal", "This session has an evaluation already.")
        raise SessionRefused("", text)
    if edition.question_set.kind != QuestionSet.Kind.EVALUATION:
        text = pgettext("refusal", "Choose a form for the evaluation of a session.")
        raise SessionRefused("form", text)
    opens_at, closes_at = _instants(row, opens_on, closes_on)
    with at_the_session():
        made = open_round(edition, opens_at=opens_at, closes_at=closes_at, by=by, at=at)
    evaluation = Evaluation.objects.create(session=row, round=made)
    after = {"round": str(made.uuid), "opens_on": opens_on.isoformat()}
    record("open_evaluation", "session", row.uuid, by=by, at=at, after=after)
    return evaluation


@transaction.atomic
def move_evaluation(
    evaluation: Evaluation,
    *,
    opens_on: date,
    closes_on: date,
    by: Actor,
    at: datetime,
) -> Evaluation:
    """Ask from another day, or until another one."""
    require_team(by, at)
    row = _locked(evaluation.session)
    require_not_cancelled(row)
    opens_at, closes_at = _instants(row, opens_on, closes_on)
    with at_the_session():
        move_round(
            evaluation.round, opens_at=opens_at, closes_at=closes_at, by=by, at=at
        )
    return evaluation


@transaction.atomic
def close_evaluation(evaluation: Evaluation, *, by: Actor, at: datetime) -> None:
    """Take no more answers from now on; the results can be read."""
    require_team(by, at)
    with at_the_session():
        close_round(evaluation.round, by=by, at=at)


@transaction.atomic
def take_back_evaluation(evaluation: Evaluation, *, by: Actor, at: datetime) -> None:
    """It was opened by mistake; not once somebody has answered."""
    require_team(by, at)
    session, row = _locked(evaluation.session), evaluation.round
    evaluation.delete()
    with at_the_session():
        drop_round(row, by=by, at=at)
    before = {"round": str(row.uuid)}
    record("drop_evaluation", "session", session.uuid, by=by, at=at, before=before)


@contextmanager
def at_the_session() -> Iterator[None]:
    """What `forms` refuses is refused here, in the same words."""
    try:
        yield
    except FormRefused as refused:
        field = {"edition": "form"}.get(refused.field, refused.field)
        raise SessionRefused(field, refused.message) from None


def _locked(session: Session) -> Session:
    rows = Session.objects.select_for_update(of=("self",)).select_related("host")
    found: Session | None = rows.filter(pk=session.pk).first()
    if found is None:
        raise SessionNotAllowed(pgettext("refusal", "There is no such session."))
    return found


def _instants(
    session: Session, opens_on: date, closes_on: date
) -> tuple[datetime, datetime]:
    """From the beginning of the first day to the end of the last, where it is held."""
    if session.starts_on and opens_on < session.starts_on:
        text = pgettext("refusal", "The session has not begun on that day.")
        raise SessionRefused("opens_on", text)
    if opens_on.year < 1990 or closes_on - opens_on > LONGEST:
        text = pgettext("refusal", "An evaluation is open for a year at most.")
        raise SessionRefused("closes_on", text)
    zone = session.host.time_zone if session.host else ""
    return end_of(opens_on - timedelta(days=1), zone), end_of(closes_on, zone)

"""Sending a version for clearance, what is answered, and making it final."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import ReportClearance, SessionReport
from mwalimu.programmes.operations.reports.refusals import (
    ReportRefused,
    require_newest,
    require_state,
)
from mwalimu.programmes.operations.sessions.refusals import require_team
from mwalimu.programmes.permissions import may_answer_clearance
from mwalimu.programmes.queries.sessions.attendance import today_at
from mwalimu.reference.models import Member, Partner
from mwalimu.shared.texts import is_readable

LONGEST = 2000
Answer = ReportClearance.Answer


@dataclass(frozen=True)
class Party:
    """Whoever is asked to clear a version: a partner, or the Member that hosts."""

    partner: Partner | None = None
    member: Member | None = None


def _held(row: SessionReport) -> SessionReport:
    """The version as it is now, held until the transaction ends."""
    rows = SessionReport.objects.select_for_update(of=("self",))
    found: SessionReport = rows.select_related("session__host").get(pk=row.pk)
    return found


@transaction.atomic
def send_for_clearance(
    row: SessionReport,
    *,
    parties: Sequence[Party],
    sent_on: date,
    by: Actor,
    at: datetime,
) -> SessionReport:
    """Note to whom the newest draft was sent, and when. Nothing is mailed.

    A version that names participants goes to the host alone. Raises ReportRefused.
    """
    require_team(by, at)
    held = _held(row)
    text = pgettext("refusal", "Only a draft is sent for clearance.")
    require_state(held, SessionReport.State.DRAFT, text)
    require_newest(held)
    _check_parties(held, parties)
    today = today_at(held.session, at)
    if not held.created_at.date() <= sent_on <= today:
        text = pgettext("refusal", "Write a day from when it was made until today.")
        raise ReportRefused("sent_on", text)
    held.state, held.sent_on = SessionReport.State.SENT, sent_on
    held.save(update_fields=["state", "sent_on"])
    ReportClearance.objects.bulk_create(
        ReportClearance(
            report=held,
            partner=party.partner,
            member=party.member,
            recorded_at=at,
            recorded_by=by,
        )
        for party in dict.fromkeys(parties)
    )
    after = {"sent_on": sent_on.isoformat(), "to": [_code(party) for party in parties]}
    record("send", "report", held.uuid, by=by, at=at, after=after)
    return held


def _check_parties(row: SessionReport, parties: Sequence[Party]) -> None:
    if not parties:
        text = pgettext("refusal", "Choose who is to clear it.")
        raise ReportRefused("parties", text)
    if any(p.member and p.member.pk != row.session.host_id for p in parties):
        text = pgettext("refusal", "Of the Members only the host clears the report.")
        raise ReportRefused("parties", text)
    if row.with_names and any(party.partner for party in parties):
        text = pgettext(
            "refusal",
            "This version names participants: it goes to the host alone. Make a version"
            " without names for the partners.",
        )
        raise ReportRefused("parties", text)


def _code(party: Party) -> str:
    found = party.partner or party.member
    return found.code if found else ""


@transaction.atomic
def answer_clearance(
    row: ReportClearance,
    *,
    answer: str,
    answered_on: date,
    by: Actor,
    at: datetime,
    remarks: str = "",
) -> ReportClearance:
    """What a partner or the host answered, on which day, in its words.

    It can be corrected as long as the version is not final and the newest.
    """
    if not may_answer_clearance(acting_viewer(by, at.date()), row):
        text = pgettext(
            "refusal", "The host answers for itself, the project team for everybody."
        )
        raise ReportRefused("", text)
    report = _held(row.report)
    text = pgettext("refusal", "This version is final: its answers stay as they are.")
    require_state(report, SessionReport.State.SENT, text)
    require_newest(report)
    words = _check_answer(report, answer, answered_on, remarks, at)
    before = {"answer": row.answer}
    row.answer, row.answered_on, row.remarks = answer, answered_on, words
    row.recorded_at, row.recorded_by = at, by
    row.save()
    after = {"answer": answer, "answered_on": answered_on.isoformat()}
    record("answer", "report", report.uuid, by=by, at=at, before=before, after=after)
    return row


def _check_answer(
    report: SessionReport, answer: str, day: date, remarks: str, at: datetime
) -> str:
    if answer not in (Answer.CLEARED, Answer.CHANGES):
        text = pgettext("refusal", "Say whether it is cleared or needs changes.")
        raise ReportRefused("answer", text)
    words = remarks.strip()
    if len(words) > LONGEST or not is_readable(words):
        text = pgettext("refusal", "Write at most %(most)s characters.")
        raise ReportRefused("remarks", text % {"most": LONGEST})
    if answer == Answer.CHANGES and not words:
        text = pgettext("refusal", "Say which changes are asked for.")
        raise ReportRefused("remarks", text)
    first = report.sent_on or day
    if not first <= day <= today_at(report.session, at):
        text = pgettext("refusal", "Write a day from when it was sent until today.")
        raise ReportRefused("answered_on", text)
    return words


@transaction.atomic
def make_final(row: SessionReport, *, by: Actor, at: datetime) -> SessionReport:
    """Everybody who was asked has cleared it: the file is the report from now on."""
    require_team(by, at)
    held = _held(row)
    text = pgettext("refusal", "Send it for clearance first.")
    if held.state == SessionReport.State.FINAL:
        text = pgettext("refusal", "It is final already.")
    require_state(held, SessionReport.State.SENT, text)
    require_newest(held)
    if held.clearances.exclude(answer=Answer.CLEARED).exists():
        text = pgettext(
            "refusal",
            "Not everybody has cleared it yet. Put their answers on record, or make a new"
            " version with the changes they ask for.",
        )
        raise ReportRefused("", text)
    held.state, held.final_at = SessionReport.State.FINAL, at
    held.save(update_fields=["state", "final_at"])
    record("final", "report", held.uuid, by=by, at=at, after={"sha256": held.sha256})
    return held

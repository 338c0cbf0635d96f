"""Changing the days on which an award holds. Every change is a line of its history.

Each verb locks the award's row first: of two that come at once, the second sees what the
first did. Reasons are required, and are cleared when the person is erased.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.qualification.engine import DAY
from mwalimu.qualification.models import Award, AwardEvent, Suspension
from mwalimu.qualification.operations.awards import require_may_award
from mwalimu.qualification.operations.history import MOST_WORDS, note_events
from mwalimu.qualification.operations.refusals import AwardRefused
from mwalimu.qualification.queries.renewal import renewal_of
from mwalimu.qualification.signals import award_changed, award_ended

Kind = AwardEvent.Kind


def end_award(
    row: Award, *, ended_on: date, reason: str, by: Actor, at: datetime
) -> Award:
    """The award holds no longer from that day on; the row stays. Raises AwardRefused."""
    return _end(row, Kind.ENDED, ended_on=ended_on, reason=reason, by=by, at=at)


def revoke_award(
    row: Award, *, ended_on: date, reason: str, by: Actor, at: datetime
) -> Award:
    """The project team takes the award back from a day on. Raises AwardRefused.

    Outside it reads like every award that ended: no longer valid.
    """
    return _end(row, Kind.REVOKED, ended_on=ended_on, reason=reason, by=by, at=at)


@transaction.atomic
def _end(
    row: Award, kind: Kind, *, ended_on: date, reason: str, by: Actor, at: datetime
) -> Award:
    row = _open(row, "ended_on", by, at)
    _day_within("ended_on", ended_on, row.valid_from, at.date())
    why = _why(reason)
    row.ended_on, row.end_reason = ended_on, why
    row.save(update_fields=["ended_on", "end_reason"])
    after = {"ended_on": ended_on.isoformat()}
    verb = "revoke_award" if kind == Kind.REVOKED else "end_award"
    record(verb, "award", row.uuid, by=by, at=at, after=after)
    note_events([(row, ended_on)], kind, by=by, at=at, reason=why)
    award_ended.send(Award, awards=[row], at=at)
    return row


@transaction.atomic
def suspend_award(
    row: Award, *, since: date, reason: str, by: Actor, at: datetime
) -> Suspension:
    """From that day on the award does not hold, until it is resumed."""
    row = _open(row, "since", by, at)
    last = row.suspensions.order_by("-since").first()
    if last and last.until is None:
        text = pgettext("refusal", "This award is suspended already.")
        raise AwardRefused("since", text)
    first = last.until + DAY if last and last.until else row.valid_from
    _day_within("since", since, max(first, row.valid_from), at.date())
    why = _why(reason)
    made = Suspension.objects.create(award=row, since=since)
    after = {"since": since.isoformat()}
    record("suspend_award", "award", row.uuid, by=by, at=at, after=after)
    note_events([(row, since)], Kind.SUSPENDED, by=by, at=at, reason=why)
    award_changed.send(Award, awards=[row], at=at)
    return made


@transaction.atomic
def resume_award(
    row: Award, *, on: date, reason: str, by: Actor, at: datetime
) -> Suspension:
    """The award holds again from that day on."""
    row = _open(row, "on", by, at)
    pause = row.suspensions.filter(until=None).first()
    if pause is None:
        text = pgettext("refusal", "This award is not suspended.")
        raise AwardRefused("on", text)
    _day_within("on", on, pause.since + DAY, at.date())
    why = _why(reason)
    pause.until = on - DAY
    pause.save(update_fields=["until"])
    after = {"on": on.isoformat()}
    record("resume_award", "award", row.uuid, by=by, at=at, after=after)
    note_events([(row, on)], Kind.RESUMED, by=by, at=at, reason=why)
    award_changed.send(Award, awards=[row], at=at)
    return pause


@transaction.atomic
def renew_award(row: Award, *, reason: str, by: Actor, at: datetime) -> Award:
    """Another period of validity under the edition that gave the award.

    The reason may stay empty where the holder taught as often as the edition asks.
    """
    row = _open(row, "reason", by, at)
    renewal = renewal_of(row, at.date())
    if renewal is None:
        text = pgettext("refusal", "This award has no last day: nothing to renew.")
        raise AwardRefused("", text)
    if at.date() < renewal.since:
        text = pgettext("refusal", "This award was renewed already, until %(last)s.")
        raise AwardRefused("", text % {"last": renewal.until.isoformat()})
    if not renewal.enough and not reason.strip():
        text = pgettext(
            "refusal",
            "The edition asks for %(needed)s trainings since %(since)s, and %(done)s are"
            " recorded. Say why the award is renewed all the same.",
        )
        values = {
            "needed": renewal.needed,
            "since": renewal.since.isoformat(),
            "done": renewal.done,
        }
        raise AwardRefused("reason", text % values)
    before = {"valid_until": renewal.until.isoformat()}
    row.valid_until = renewal.next_until
    row.save(update_fields=["valid_until"])
    after = {"valid_until": row.valid_until.isoformat()}
    record("renew_award", "award", row.uuid, by=by, at=at, before=before, after=after)
    note_events(
        [(row, renewal.until + DAY)],
        Kind.RENEWED,
        by=by,
        at=at,
        reason=reason.strip()[:MOST_WORDS],
        until=row.valid_until,
    )
    award_changed.send(Award, awards=[row], at=at)
    return row


@transaction.atomic
def expire_awards(*, by: Actor, at: datetime) -> int:
    """End every award whose last day is over; how many. Again: nothing."""
    require_may_award(by, at)
    rows = list(Award.objects.past(at.date()).select_for_update().order_by("pk"))
    for row in rows:
        row.ended_on = row.valid_until + DAY
        after = {"ended_on": row.ended_on.isoformat()}
        record("expire_award", "award", row.uuid, by=by, at=at, after=after)
    Award.objects.bulk_update(rows, ["ended_on"], batch_size=500)
    days = [(row, row.ended_on) for row in rows]
    note_events(days, Kind.EXPIRED, by=by, at=at)
    if rows:
        award_ended.send(Award, awards=rows, at=at)
    return len(rows)


def _open(row: Award, field: str, by: Actor, at: datetime) -> Award:
    """The award as it stands now, locked; refused to those who may not, or if over."""
    require_may_award(by, at)
    locked = Award.objects.select_for_update(of=("self",)).select_related("person")
    found: Award = locked.get(pk=row.pk)
    if by.account_id is not None and found.person.account_id == by.account_id:
        text = pgettext("refusal", "Nobody changes their own award.")
        raise AwardRefused("", text)
    if found.ended_on is not None:
        text = pgettext("refusal", "This award has ended already.")
        raise AwardRefused(field, text)
    return found


def _day_within(field: str, day: date, first: date, today: date) -> None:
    if not first <= day <= today:
        text = pgettext("refusal", "Write a day from %(first)s to today.")
        raise AwardRefused(field, text % {"first": first.isoformat()})


def _why(reason: str) -> str:
    if not reason.strip():
        raise AwardRefused("reason", pgettext("refusal", "Say why."))
    return reason.strip()[:MOST_WORDS]

"""What people say of their own reminders. Nobody says it for somebody else."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.notices.engine.kinds import BY_CODE
from mwalimu.notices.models import DigestChoice, Quiet
from mwalimu.notices.operations.refusals import NotAllowed, NoticesRefused
from mwalimu.people.models import Person

LONGEST = timedelta(days=366)


@transaction.atomic
def put_off(
    person: Person, *, subject: str, until: date, by: Actor, at: datetime
) -> Quiet:
    """Say nothing of a matter before a day; it comes back on that day if it is still so."""
    _their_own(person, by)
    today = at.date()
    if until <= today:
        text = pgettext("refusal", "Choose a day to come: until then it is not shown.")
        raise NoticesRefused("until", text)
    if until > today + LONGEST:
        text = pgettext("refusal", "Choose a day within a year.")
        raise NoticesRefused("until", text)
    row, _ = Quiet.objects.update_or_create(
        person=person,
        kind="",
        subject=subject,
        defaults={"until": until, "set_at": at},
    )
    after = {"about": subject, "until": until.isoformat()}
    _note("put_off", person, by, at, after)
    return row


@transaction.atomic
def bring_back(person: Person, *, subject: str, by: Actor, at: datetime) -> bool:
    """Show a matter again that was put off; False where it was not."""
    _their_own(person, by)
    gone, _ = Quiet.objects.filter(person=person, kind="", subject=subject).delete()
    if gone:
        _note("bring_back", person, by, at, {"about": subject})
    return bool(gone)


@transaction.atomic
def mute(person: Person, *, kind: str, by: Actor, at: datetime) -> Quiet:
    """Say nothing of a kind of reminder any more, on no page and in no mail."""
    _their_own(person, by)
    if kind not in BY_CODE:
        text = pgettext("refusal", "There is no such kind of reminder.")
        raise NoticesRefused("kind", text)
    row, made = Quiet.objects.get_or_create(
        person=person, kind=kind, subject="", defaults={"set_at": at}
    )
    if made:
        _note("mute", person, by, at, {"kind": kind})
    return row


@transaction.atomic
def unmute(person: Person, *, kind: str, by: Actor, at: datetime) -> bool:
    """Remind of a kind again; False where it was not muted."""
    _their_own(person, by)
    gone, _ = Quiet.objects.filter(person=person, kind=kind, subject="").delete()
    if gone:
        _note("unmute", person, by, at, {"kind": kind})
    return bool(gone)


@transaction.atomic
def choose_frequency(
    person: Person, *, frequency: str, by: Actor, at: datetime
) -> DigestChoice:
    """How often the person wants the mail: every week, only if urgent, never."""
    _their_own(person, by)
    if frequency not in DigestChoice.Frequency.values:
        text = pgettext("refusal", "Choose one of the three.")
        raise NoticesRefused("frequency", text)
    row, _ = DigestChoice.objects.update_or_create(
        person=person, defaults={"frequency": frequency, "set_at": at}
    )
    _note("choose_frequency", person, by, at, {"frequency": frequency})
    return row


def _their_own(person: Person, by: Actor) -> None:
    """A person's reminders are their own, so that only their account says anything."""
    if by.account_id is None or by.account_id != person.account_id:
        text = pgettext(
            "refusal", "Only the person themselves changes their reminders."
        )
        raise NotAllowed(text)


def _note(
    verb: str, person: Person, by: Actor, at: datetime, after: dict[str, Any]
) -> None:
    record(verb, "reminders", person.uuid, by=by, at=at, after=after)

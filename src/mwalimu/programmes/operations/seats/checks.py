"""What must be true of a person who holds a seat in certain days."""

from datetime import date, datetime

from django.utils.translation import pgettext

from mwalimu.people.models import Affiliation, Person, Sector
from mwalimu.programmes.models import Holding, Seat
from mwalimu.programmes.operations.seats.refusals import SeatRefused

FIRST_DAY = date(2015, 1, 1)  # the Memorandum of Cooperation; no seat is older
AHEAD = 2  # years: a seat may be filled for a cohort that has yet to begin
LONGEST_NOTE = 2000


def check_held(
    seat: Seat,
    person: Person,
    since: date,
    until: date | None,
    *,
    at: datetime,
    own: int,
) -> None:
    """Everything about a holding of these days; `own` is its key, 0 for a new one.

    Locks the Member's seats in that cohort and topic, so that two requests at the same
    time cannot give one person two of them.
    """
    if person.erased_at is not None:
        text = pgettext("refusal", "This person was erased; the row is closed.")
        raise SeatRefused("person", text)
    check_days(since, until, at)
    _check_works_there(seat, person, since)
    same = Seat.objects.filter(cohort=seat.cohort, topic=seat.topic)
    list(same.filter(member=seat.member).select_for_update())
    around = Holding.objects.sharing(since, until).exclude(pk=own)
    if around.filter(seat=seat).exists():
        text = pgettext(
            "refusal",
            "Somebody holds this seat in these days: replace them, or end that first.",
        )
        raise SeatRefused("since", text)
    if around.filter(seat__in=same.order_by(), person=person).exists():
        text = pgettext(
            "refusal",
            "This person holds a seat of this cohort and topic already in these days.",
        )
        raise SeatRefused("person", text)


def check_days(since: date, until: date | None, at: datetime) -> None:
    """A first day within reason, and no last day before it."""
    latest = at.date().replace(month=12, day=31, year=at.year + AHEAD)
    if not FIRST_DAY <= since <= latest:
        text = pgettext("refusal", "Write a day from %(first)s to %(last)s.")
        values = {"first": FIRST_DAY.isoformat(), "last": latest.isoformat()}
        raise SeatRefused("since", text % values)
    if until is not None and until < since:
        text = pgettext("refusal", "The last day is before the first day.")
        raise SeatRefused("until", text)
    if until is not None and until > latest:
        text = pgettext("refusal", "Write a day from %(first)s to %(last)s.")
        values = {"first": since.isoformat(), "last": latest.isoformat()}
        raise SeatRefused("until", text % values)


def _check_works_there(seat: Seat, person: Person, day: date) -> None:
    work = Affiliation.objects.valid_on(day).filter(person=person)
    if work.filter(member=seat.member, sector=Sector.CUSTOMS).exists():
        return
    text = pgettext(
        "refusal",
        "This person does not work for the Customs of %(member)s on %(day)s: a seat is"
        " held by somebody of its own administration. Put their work right first.",
    )
    values = {"member": seat.member.code, "day": day.isoformat()}
    raise SeatRefused("person", text % values)


def said(reason: str) -> str:
    """A reason in words, as it is kept; it may not be empty."""
    text = reason.strip()
    if not text:
        raise SeatRefused("reason", pgettext("refusal", "Say why, in a few words."))
    return short(text)


def short(note: str) -> str:
    """A note that fits."""
    text = note.strip()
    if len(text) > LONGEST_NOTE:
        message = pgettext("refusal", "This is too long: at most %(most)d characters.")
        raise SeatRefused("reason", message % {"most": LONGEST_NOTE})
    return text

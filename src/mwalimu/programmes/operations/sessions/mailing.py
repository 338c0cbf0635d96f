"""The mail of an invitation, with its calendar file."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, override, pgettext

from mwalimu.people.models import Person
from mwalimu.people.operations import mail_language
from mwalimu.programmes.engine.calendar import Mailbox, Meeting, Method, calendar_file
from mwalimu.programmes.engine.invitations import Due, Step
from mwalimu.programmes.models import Invitation, Mode, Session
from mwalimu.shared import outbox
from mwalimu.shared.languages import in_language

FILE = "session.ics"


def meeting_of(session: Session, language: str = "en") -> Meeting | None:
    """What a calendar shows of a session; None before its days are set."""
    days = [row.day for row in session.days.all()]
    if not days:
        return None
    hours = None
    if session.opens_at and session.closes_at:
        hours = (session.opens_at, session.closes_at)
    return Meeting(
        uid=f"{session.uuid}@{_domain()}",
        title=_title(session, language),
        days=days,
        place=_place(session, language),
        text=_text(session, language),
        url=settings.BASE_URL,
        hours=hours,
        zone=session.host.time_zone if session.host else "",
    )


def organiser() -> Mailbox:
    """The address from which the programme writes."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return Mailbox(name or "Mwalimu", address)


def _domain() -> str:
    return organiser().address.rpartition("@")[2] or "mwalimu"


def _title(session: Session, language: str) -> str:
    title = in_language(session.title or {}, (language,)).text
    kind: str = session.get_kind_display()
    return title or kind.capitalize()


def _place(session: Session, language: str) -> str:
    if session.mode == Mode.ONLINE:
        return str(Mode.ONLINE.label)
    host = str(session.host.name(language)) if session.host else ""
    return ", ".join(filter(None, [session.city, host]))


def _text(session: Session, language: str) -> str:
    programme = str(session.programme.name(language))
    text = pgettext("mail", "Agenda, papers and your answer: %(link)s")
    return f"{programme}\n{text % {'link': settings.BASE_URL}}"


def published(
    session: Session, invitation: Invitation | None, at: datetime
) -> bytes | None:
    """The calendar file to download, in the active language; None before the days are
    set. It has the version of the last mail, so that it replaces nothing newer.
    """
    meeting = meeting_of(session, get_language() or "en")
    if meeting is None or session.is_cancelled:
        return None
    return calendar_file(
        meeting,
        method=Method.PUBLISH,
        sequence=invitation.sequence if invitation else 0,
        at=at,
        organiser=organiser(),
    )


def language_of(person: Person) -> str:
    """The language in which a person is written to."""
    chosen = person.account.language if person.account else ""
    return chosen or mail_language(person)


def send(row: Invitation, each: Due, address: str, at: datetime) -> None:
    """Put the mail in the outbox, once for each sequence number."""
    person, session = row.person, row.session
    method = Method.CANCEL if each.step == Step.CANCEL else Method.REQUEST
    language = language_of(person)
    with override(language):
        meeting = meeting_of(session, language)
        if meeting is None:
            return
        subject, text = _words(session, each.step, meeting, person.name)
        content = calendar_file(
            meeting,
            method=method,
            sequence=each.sequence,
            at=at,
            organiser=organiser(),
            attendee=Mailbox(person.name, address),
        )
    kind = f"text/calendar; method={method}"
    outbox.post_mail(
        to=[address],
        subject=subject,
        text=text,
        key=f"invitation:{row.uuid}:{each.sequence}:{method}",
        at=at,
        parts=[outbox.Part(kind, content), outbox.Part("text/calendar", content, FILE)],
    )


def _words(
    session: Session, step: Step, meeting: Meeting, name: str
) -> tuple[str, str]:
    """Subject and text in the active language."""
    if step == Step.CANCEL and session.is_cancelled:
        subject = pgettext("mail", "Cancelled: %(title)s, %(when)s")
        opening = pgettext("mail", "this session was cancelled.")
    elif step == Step.CANCEL:
        subject = pgettext("mail", "Withdrawn: %(title)s, %(when)s")
        opening = pgettext("mail", "you are not expected at this session any more.")
    elif step == Step.UPDATE:
        subject = pgettext("mail", "Changed: %(title)s, %(when)s")
        opening = pgettext("mail", "something about this session has changed.")
    else:
        subject = pgettext("mail", "Invitation: %(title)s, %(when)s")
        opening = pgettext("mail", "you are invited to this session.")
    values = {"title": meeting.title, "when": when(meeting)}
    facts = [meeting.title, values["when"], meeting.place, session.cancelled_why]
    body = [
        pgettext("mail", "Dear %(name)s,") % {"name": name},
        opening,
        "\n".join(filter(None, facts)),
        _closing(step),
    ]
    return subject % values, "\n\n".join(body) + "\n"


def _closing(step: Step) -> str:
    if step == Step.CANCEL:
        return pgettext("mail", "The file in this mail takes it off your calendar.")
    text = pgettext(
        "mail",
        "The file in this mail puts it into your calendar. Please say in Mwalimu whether"
        " you come, under My sessions: %(link)s",
    )
    return text % {"link": settings.BASE_URL}


def when(meeting: Meeting) -> str:
    """The days and the hours in the active language, with the zone where they hold."""
    first, last = meeting.days[0], meeting.days[-1]
    text = date_format(first, "DATE_FORMAT")
    if last != first:
        text = f"{text} – {date_format(last, 'DATE_FORMAT')}"
    if meeting.hours is None:
        return text
    opens, closes = (hour.isoformat("minutes") for hour in meeting.hours)
    return f"{text}, {opens}–{closes} ({meeting.zone or 'UTC'})"

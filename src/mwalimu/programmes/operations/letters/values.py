"""What fills the placeholders of a letter."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from django.utils.translation import npgettext, override, pgettext

from mwalimu.people.models import Person
from mwalimu.programmes.models import Cohort, Letter, Mode, Seat, Session
from mwalimu.reference.models import Member

LOCALES = {"en": "en_GB", "fr": "fr"}


def long_day(day: date, language: str) -> str:
    """`16 March 2021`, `16 mars 2021`; the first of a month is `1er` in French."""
    locale = LOCALES.get(language, "en_GB")
    text = format_date(day, "d MMMM y", locale=locale)
    if language == "fr" and day.day == 1:
        return f"1er{text[1:]}"
    return text


def values_of(letter: Letter, participants: Sequence[Person] = ()) -> dict[str, str]:
    """What is known for the letter, in its language; what is not is left out."""
    language = letter.language
    with override(language):
        found = _of_the_member(letter.member, language)
        if letter.answer_by:
            found["answer_by"] = long_day(letter.answer_by, language)
        if letter.cohort:
            found |= _of_the_cohort(letter.cohort, letter.member, language)
        if letter.session:
            found |= _of_the_session(letter.session, language)
        if letter.person:
            found["person"] = letter.person.name
        if participants:
            found["participants"] = "\n".join(person.name for person in participants)
    return {name: text for name, text in found.items() if text}


def _of_the_member(member: Member, language: str) -> dict[str, str]:
    name = str(member.name(language))
    own = member.administration.get(language) or next(
        iter(member.administration.values()), ""
    )
    title = member.head_title.get(language, "")
    return {
        "member": name,
        "administration": own
        or pgettext("letter", "the Customs administration of %(member)s")
        % {"member": name},
        "head_title": title or pgettext("letter", "Director General"),
    }


def _of_the_cohort(cohort: Cohort, member: Member, language: str) -> dict[str, str]:
    topics = cohort.topics.order_by("position")
    seats = Seat.objects.filter(cohort=cohort, member=member).count()
    return {
        "cohort": str(cohort.name(language)),
        "programme": str(cohort.programme.name(language)),
        "topics": ", ".join(str(topic.name(language)) for topic in topics),
        "seats": npgettext("letter", "%(number)s officer", "%(number)s officers", seats)
        % {"number": seats}
        if seats
        else "",
    }


def _of_the_session(session: Session, language: str) -> dict[str, str]:
    title = session.title.get(language) or next(iter(session.title.values()), "")
    stages = ", ".join(stage.code for stage in session.stages.all())
    return {
        "session": title or stages or session.get_kind_display(),
        "programme": str(session.programme.name(language)),
        "dates": _dates(session, language),
        "place": _place(session, language),
    }


def _dates(session: Session, language: str) -> str:
    starts, ends = session.starts, session.ends
    if starts is None or starts.precision != "day":
        return ""
    first = long_day(starts.first, language)
    if ends is None or ends.precision != "day" or ends == starts:
        return pgettext("letter: dates", "on %(day)s") % {"day": first}
    joined = pgettext("letter: dates", "from %(first)s to %(last)s")
    return joined % {"first": first, "last": long_day(ends.first, language)}


def _place(session: Session, language: str) -> str:
    if session.mode == Mode.ONLINE:
        return pgettext("letter: place", "online")
    host = str(session.host.name(language)) if session.host else ""
    parts = [part for part in (session.city, host) if part]
    if not parts:
        return ""
    return pgettext("letter: place", "in %(place)s") % {"place": ", ".join(parts)}

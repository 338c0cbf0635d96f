"""The project team accepts a name, or asks the administration for another."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language, override, pgettext

from mwalimu.programmes.models import Nomination
from mwalimu.programmes.operations import accept_nomination, ask_for_another_name
from mwalimu.programmes.queries.calls import seats_of_member
from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.web.desk.calls.answers import answer
from mwalimu.web.desk.calls.forms import AcceptForm, AnotherForm
from mwalimu.web.desk.calls.loaders import nomination_or_404
from mwalimu.web.kit import writing
from mwalimu.web.kit.access import TEAM, open_to
from mwalimu.web.kit.requests import Request, acting

ANSWER_WITHIN = timedelta(days=21)


@open_to(TEAM)
def acceptance(request: Request, uuid: UUID) -> HttpResponse:
    """The officer takes a seat."""
    row = nomination_or_404(request, uuid)
    seats = seats_of_member(row, request.at.date())
    initial = {"since": request.at.date()}
    form = AcceptForm(seats, request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> object:
        return accept_nomination(
            row,
            seat=form.seats[data["seat"]],
            since=data["since"],
            by=acting(request),
            at=request.at,
        )

    note = pgettext(
        "calls", "The officer becomes a WG member and holds the seat from that day."
    )
    if not seats:
        note = pgettext(
            "calls",
            "This Member has no seat in this cohort and topic. Plan one first.",
        )
    title = pgettext("title", "Accept the nomination")
    action = pgettext("calls", "Accept")
    return answer(request, row, form, do, title=title, note=note, action=action)


@open_to(TEAM)
def another(request: Request, uuid: UUID) -> HttpResponse:
    """Ask for another name, in courteous words."""
    row = nomination_or_404(request, uuid)
    language = language_of(row)
    by_day = request.at.date() + ANSWER_WITHIN
    initial = {
        "language": language,
        "text": proposed_words(row, language, by_day),
        "answer_by": by_day,
    }
    form = AnotherForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> object:
        return ask_for_another_name(row, **data, by=acting(request), at=request.at)

    note = pgettext(
        "calls",
        "The administration reads this on its page. Send it as a letter, too, where the"
        " head of Customs expects one.",
    )
    title = pgettext("title", "Ask for another name")
    action = pgettext("calls", "Ask")
    return answer(request, row, form, do, title=title, note=note, action=action)


def language_of(nomination: Nomination) -> str:
    """The language in which the administration is written to."""
    works_in = nomination.member.languages or []
    return "fr" if "fr" in works_in and "en" not in works_in else "en"


def proposed_words(nomination: Nomination, language: str, by_day: date) -> str:
    """Thanks, and a request; no grade, no name, no reason that could be one."""
    with override(language):
        cohort = nomination.call.cohort.name(language)
        text = pgettext(
            "letter",
            "We thank your administration for the nomination it has made for the cohort"
            " “%(cohort)s”, and for the care given to it. So that the profiles within"
            " the group complement each other, we would be grateful if you could propose"
            " another officer by %(day)s. This request is no judgement on the officer,"
            " whom we would gladly see in other activities of the project.",
        )
        day = writing.day(
            PartialDate(by_day, Precision.DAY), get_language() or language
        )
        return text % {"cohort": cohort, "day": day}

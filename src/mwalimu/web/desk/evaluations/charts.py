"""What was answered to a question, as a drawing with its table."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, npgettext, pgettext

from mwalimu.drawing import Bar, Drawing, Words, bar
from mwalimu.forms.models import Question
from mwalimu.forms.queries.results import Result
from mwalimu.web.kit import writing
from mwalimu.web.kit.questions import options_of, plain


@dataclass(frozen=True)
class Shown:
    """A result as the page shows it; a free text has no chart."""

    result: Result
    title: str
    chart: Drawing | None
    mean: str


def shown(result: Result) -> Shown:
    """In the reader's language."""
    language = get_language() or "en"
    title = plain(result.question.texts, language)
    mean = result.summary.mean
    return Shown(
        result,
        title,
        _chart(result, title, language) if result.summary.shares else None,
        "" if mean is None else writing.number(float(mean), language, 2),
    )


def _chart(result: Result, title: str, language: str) -> Drawing:
    answered = result.summary.answered
    text = npgettext(
        "chart", "%(number)s person answered.", "%(number)s people answered.", answered
    )
    words = Words(
        title=title,
        description=text % {"number": writing.number(answered, language)},
        headings=(pgettext("column", "Answer"), pgettext("column", "People")),
    )
    return bar(words, list(_bars(result, language)))


def _bars(result: Result, language: str) -> Iterator[Bar]:
    labels = dict(options_of(result.question, language, plain))
    for each in result.summary.shares:
        share = writing.percent(float(each.share), language)
        text = f"{writing.number(each.count, language)} ({share})"
        label = _with_end(result.question, each.choice, labels[each.choice], language)
        yield Bar(label, each.count, text)


def _with_end(question: Question, choice: str, label: str, language: str) -> str:
    """What the end of a scale means stands beside its number."""
    ends = {"1": question.lowest, "5": question.highest}
    meaning = plain(ends.get(choice) or {}, language) if question.lowest else ""
    return f"{label} · {meaning}" if meaning else label

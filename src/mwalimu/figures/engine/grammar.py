"""What somebody asks for, in the words of the command line and of addresses.

`host=KE,year=2018..2023,topic=HS|CV`: conditions joined by commas, alternatives by |,
ranges of years and months by two points.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mwalimu.figures.engine.dimensions import DIMENSIONS, natural
from mwalimu.figures.engine.indicators import INDICATORS, Indicator
from mwalimu.figures.engine.words import pgettext

SHAPES = {
    "year": re.compile(r"(?!0000)\d{4}\Z", re.ASCII),
    "month": re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])\Z|not_recorded\Z", re.ASCII),
    "language": re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z|not_recorded\Z"),
}
LONGEST = 2000


class BadQuestion(ValueError):
    """What was asked makes no sense; `str()` says what is wrong and what is right.

    `text` is marked for translation and holds the names of `values`.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text % values)
        self.text = text
        self.values = values


@dataclass(frozen=True)
class Condition:
    """A dimension takes one of `values`, or lies in the range `first` to `last`."""

    dimension: str
    values: tuple[str, ...] = ()
    first: str = ""
    last: str = ""

    @property
    def single(self) -> bool:
        """Whether it leaves one value."""
        return len(self.values) == 1 or bool(self.first and self.first == self.last)

    def admits(self, value: str) -> bool:
        """Whether a value satisfies it."""
        if self.first:
            return self.first <= value <= self.last
        return value in self.values

    def __str__(self) -> str:
        return f"{self.first}..{self.last}" if self.first else "|".join(self.values)


def indicator_called(code: str) -> Indicator:
    """The indicator of that code. Raises BadQuestion."""
    if code not in INDICATORS:
        raise BadQuestion(
            pgettext(
                "figures", "There is no indicator %(code)s. Indicators: %(known)s."
            ),
            code=_shown(code),
            known=", ".join(sorted(INDICATORS)),
        )
    return INDICATORS[code]


def cuts(
    indicator: Indicator, by: Sequence[str], public: bool = False
) -> tuple[str, ...]:
    """The dimensions of a cut, checked: known, allowed, at most two, none twice."""
    asked = tuple(by)
    for code in asked:
        _allowed(indicator, code, public)
    if len(set(asked)) != len(asked):
        text = pgettext("figures", "A dimension is named twice: %(asked)s.")
        raise BadQuestion(text, asked=", ".join(asked))
    if len(asked) > 2:
        text = pgettext(
            "figures",
            "A figure is cut by at most two dimensions, not %(number)s: %(asked)s. Use"
            " --where to filter by others.",
        )
        raise BadQuestion(text, number=len(asked), asked=", ".join(asked))
    return asked


def conditions(
    indicator: Indicator, where: Mapping[str, str], public: bool = False
) -> tuple[Condition, ...]:
    """The conditions of a filter, checked as far as no table is needed."""
    found = []
    for code, text in where.items():
        _allowed(indicator, code, public)
        found.append(_condition(code, text))
    return tuple(sorted(found, key=lambda condition: condition.dimension))


def where_from(texts: Iterable[str]) -> dict[str, str]:
    """`host=KE,year=2018..2023` as a mapping. Raises BadQuestion."""
    found: dict[str, str] = {}
    for part in ",".join(texts).split(","):
        if not part.strip():
            continue
        code, sign, value = part.partition("=")
        code, value = code.strip(), value.strip()
        if not sign or not value:
            text = pgettext(
                "figures",
                "%(part)s is no condition: write dimension=value, for example"
                " host=KE,year=2018..2023,topic=CV|PCA.",
            )
            raise BadQuestion(text, part=_shown(part))
        if code in found:
            text = pgettext(
                "figures",
                "%(code)s is filtered twice: join its values with |, for example"
                " %(example)s.",
            )
            example = f"{code[:40]}={found[code][:40]}|{value[:40]}"
            raise BadQuestion(text, code=_shown(code), example=example)
        found[code] = value
    return found


def _shown(text: str) -> str:
    """A text of the asker, cut to what fits a message."""
    text = text.strip()
    return repr(text if len(text) <= 60 else text[:60] + "…")


def _allowed(indicator: Indicator, code: str, public: bool) -> None:
    if code not in DIMENSIONS:
        text = pgettext(
            "figures", "There is no dimension %(code)s. Dimensions: %(known)s."
        )
        raise BadQuestion(text, code=_shown(code), known=", ".join(DIMENSIONS))
    allowed = indicator.allowed(public)
    if code in allowed:
        return
    if code in indicator.dimensions:
        text = pgettext(
            "figures",
            "%(indicator)s cannot be cut or filtered by %(code)s in public. Allowed:"
            " %(known)s.",
        )
    else:
        text = pgettext(
            "figures",
            "%(indicator)s cannot be cut or filtered by %(code)s. Allowed: %(known)s.",
        )
    known = ", ".join(allowed)
    raise BadQuestion(text, indicator=indicator.code, code=code, known=known)


def _condition(code: str, text: str) -> Condition:
    if len(text) > LONGEST:
        wrong = pgettext(
            "figures", "The filter by %(code)s is longer than %(most)s characters."
        )
        raise BadQuestion(wrong, code=code, most=LONGEST)
    if ".." in text:
        return _range(code, text)
    values = sorted({part.strip() for part in text.split("|")}, key=_natural_of(code))
    for value in values:
        check_value(code, value, DIMENSIONS[code].values)
    return Condition(code, tuple(values))


def _natural_of(code: str) -> Callable[[str], tuple[int, int, str]]:
    return lambda value: natural(code, value)


def _range(code: str, text: str) -> Condition:
    if not DIMENSIONS[code].ranges:
        wrong = pgettext(
            "figures",
            "%(code)s has no ranges: write its values with |, for example %(example)s."
            " Ranges: year=2018..2023.",
        )
        example = f"{code}={DIMENSIONS[code].example}"
        raise BadQuestion(wrong, code=code, example=example)
    first, _, last = (part.strip() for part in text.partition(".."))
    for value in (first, last):
        if value == "not_recorded":
            wrong = pgettext(
                "figures", "%(asked)s: a range has a first and a last %(code)s."
            )
            raise BadQuestion(wrong, asked=f"{code}={text}", code=code)
        check_value(code, value)
    if first > last:
        wrong = pgettext(
            "figures", "%(asked)s: the range ends before it starts; write %(right)s."
        )
        raise BadQuestion(wrong, asked=f"{code}={text}", right=f"{last}..{first}")
    return Condition(code, first=first, last=last)


def check_value(code: str, value: str, known: Iterable[str] = ()) -> None:
    """Refuse a value that the dimension cannot take. Raises BadQuestion."""
    shape = SHAPES.get(code)
    if shape and not shape.match(value):
        example = DIMENSIONS[code].example
        if DIMENSIONS[code].ranges:
            text = pgettext(
                "figures",
                "%(value)s is no %(code)s: write %(code)s=%(example)s or"
                " %(example)s..%(example)s.",
            )
        else:
            text = pgettext(
                "figures", "%(value)s is no %(code)s: write %(code)s=%(example)s."
            )
        raise BadQuestion(text, value=_shown(value), code=code, example=example)
    values = list(known)
    if values and value not in values:
        shown = ", ".join(values if len(values) <= 12 else [*values[:12], "…"])
        text = pgettext(
            "figures", "%(value)s is no value of %(code)s. Values: %(known)s."
        )
        raise BadQuestion(text, value=_shown(value), code=code, known=shown)

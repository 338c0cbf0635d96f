"""The words of figures in the reader's language: dimensions, values, scope."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from babel import Locale
from babel.dates import format_skeleton
from django.utils.translation import override, pgettext, pgettext_lazy

from mwalimu.figures.engine.dimensions import DIMENSIONS, Words
from mwalimu.figures.engine.grammar import Condition
from mwalimu.figures.queries.catalogue import TABLES, names
from mwalimu.people.models import Sector, Sex
from mwalimu.programmes.models import Mode
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.languages import in_language

_CODED = {
    "sex": dict(Sex.choices),
    "sector": dict(Sector.choices),
    "mode": dict(Mode.choices),
    "abroad": {
        "own": pgettext_lazy(
            "where a training took place", "lead trainer's own Member"
        ),
        "abroad": pgettext_lazy("where a training took place", "another Member"),
    },
    "led_by": {
        "master_trainer": pgettext_lazy("who taught", "Master Trainers"),
        "later": pgettext_lazy(
            "who taught", "people who were Master Trainers at another time"
        ),
        "other": pgettext_lazy("who taught", "other trainers"),
    },
}
_SPECIAL = {
    "not_recorded": pgettext_lazy("value of a dimension", "not recorded"),
    "several": pgettext_lazy("value of a dimension", "several topics"),
    "none": pgettext_lazy("value of a dimension", "no initiative"),
}


def folded(text: str) -> str:
    """A text as it is sorted: accents and case are no matter."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


class Labels:
    """Words in one language. Names from tables are read once, when needed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._known: dict[str, dict[str, str]] = {}

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    @cached_property
    def _catalogue(self) -> dict[str, dict[str, Mapping[str, str]]]:
        return names()

    def text(self, words: Words) -> str:
        """Declared words in the reader's language."""
        return in_language(words, (self.language,)).text

    def dimension(self, code: str) -> str:
        """The name of a dimension."""
        return self.text(DIMENSIONS[code].names)

    def value(self, dimension: str, code: str) -> str:
        """The name of a value of a dimension; the code where it has none."""
        if code in _SPECIAL:
            return str(_SPECIAL[code])
        if dimension in _CODED:
            return str(_CODED[dimension].get(code, code))
        if dimension in TABLES:
            if dimension not in self._known:
                self._known[dimension] = self.names(dimension)
            return self._known[dimension].get(code, code)
        if dimension == "language":
            return self._language(code)
        return self._month(code) if dimension == "month" else code

    def names(self, dimension: str) -> dict[str, str]:
        """All names of a dimension that has a table, by code, in alphabetical order."""
        table, more = TABLES[dimension]
        named = {
            code: in_language(words, (self.language,)).text or code
            for code, words in self._catalogue[table.__name__].items()
        }
        ordered = sorted(named.items(), key=lambda item: folded(item[1]))
        return dict(ordered) | {code: str(_SPECIAL[code]) for code in more}

    def choices(self, dimension: str) -> list[tuple[str, str]]:
        """Codes and names to choose from, where the values are a closed list."""
        if dimension in TABLES:
            return list(self.names(dimension).items())
        return [
            (code, self.value(dimension, code)) for code in DIMENSIONS[dimension].values
        ]

    def scope(self, conditions: Iterable[Condition]) -> str:
        """What is counted, in words: `Host Member: Kenya; Year: 2018 to 2023`."""
        parts = [text for _, text in self.parts(conditions)]
        with override(self.language):
            everything = pgettext("scope of a figure", "All verified records")
        return "; ".join(parts) or everything

    def parts(self, conditions: Iterable[Condition]) -> list[tuple[str, str]]:
        """Each condition's dimension, and the condition in words."""
        return [
            (
                each.dimension,
                f"{self.dimension(each.dimension)}: {self._condition(each)}",
            )
            for each in conditions
        ]

    def _condition(self, condition: Condition) -> str:
        name = condition.dimension
        if condition.first:
            with override(self.language):
                return pgettext("range", "%(first)s to %(last)s") % {
                    "first": self.value(name, condition.first),
                    "last": self.value(name, condition.last),
                }
        return ", ".join(self.value(name, value) for value in condition.values)

    def _language(self, code: str) -> str:
        return str(self._locale.languages.get(code.replace("-", "_"), code))

    def _month(self, code: str) -> str:
        known = self._known.setdefault("month", {})
        if code not in known:
            day = PartialDate.parse(code).first
            known[code] = str(format_skeleton("yMMM", day, locale=self._locale))
        return known[code]

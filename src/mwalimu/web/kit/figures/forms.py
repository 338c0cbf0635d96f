"""The form that asks for a figure."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from mwalimu.figures.engine.indicators import INDICATORS
from mwalimu.figures.queries import Labels
from mwalimu.web.kit.figures.asking import Asked

MAIN = ("host", "topic")
MORE = (
    *("region", "member", "sector", "sex", "mode", "language", "abroad"),
    *("initiative", "led_by"),
)
LANGUAGES = ("en", "fr", "pt", "es", "ar", "sw")
ALL = pgettext_lazy("filter of a figure", "all")
NOT_CUT = pgettext_lazy("cut of a figure", "—")
FIRST_YEAR = 2015


class FiguresForm(forms.Form):
    """Indicator, cut, years, and a filter for each dimension that applies."""

    use_required_attribute = False

    def __init__(
        self, asked: Asked, labels: Labels, last_year: int, public: bool
    ) -> None:
        self.asked, self.labels = asked, labels
        super().__init__(initial=_initial(asked))
        allowed = asked.indicator.allowed(public)
        names = {code: labels.text(one.names) for code, one in INDICATORS.items()}
        self._choose(
            "indicator", pgettext_lazy("figures", "Figure"), list(names.items())
        )
        cuts = [("", NOT_CUT), *((code, labels.dimension(code)) for code in allowed)]
        self._choose("cut", pgettext_lazy("figures", "Cut by"), cuts)
        self._choose("and", pgettext_lazy("figures", "and by"), cuts)
        if "year" in allowed:
            years = [(str(y), str(y)) for y in range(FIRST_YEAR, last_year + 1)]
            some = [("", ALL), *years]
            self._choose("from", pgettext_lazy("figures", "From year"), some)
            self._choose("to", pgettext_lazy("figures", "To year"), some)
        for code in (*MAIN, *MORE):
            if code in allowed:
                self._choose(code, labels.dimension(code), self._values(code))

    def _choose(self, name: str, label: Any, choices: list[tuple[Any, Any]]) -> None:
        chosen = self.initial.get(name, "")
        if chosen and chosen not in [code for code, _ in choices]:
            words = [self.labels.value(name, code) for code in chosen.split("|")]
            choices = [*choices, (chosen, ", ".join(words))]
        field = forms.ChoiceField(choices=choices, label=label, required=False)
        self.fields[name] = field

    def _values(self, code: str) -> list[tuple[Any, Any]]:
        found = self.labels.choices(code)
        if code == "language":
            found = [(tongue, self.labels.value(code, tongue)) for tongue in LANGUAGES]
        return [("", ALL), *found]

    def add_prefix(self, field_name: str) -> str:
        """Both cuts are sent as `by`."""
        return "by" if field_name in ("cut", "and") else field_name

    def main(self) -> list[forms.BoundField]:
        """What is asked most."""
        names = ("indicator", "cut", "and", "from", "to", *MAIN)
        return [self[name] for name in names if name in self.fields]

    def more(self) -> list[forms.BoundField]:
        """The other filters."""
        return [self[name] for name in MORE if name in self.fields]

    @property
    def more_used(self) -> bool:
        """One of the other filters is set."""
        return any(name in self.asked.where for name in MORE)


def _initial(asked: Asked) -> dict[str, str]:
    found = dict(asked.where)
    first, _, last = found.pop("year", "").partition("..")
    cuts = (*asked.by, "", "")
    return (
        found
        | {
            "indicator": asked.indicator.code,
            "cut": cuts[0],
            "and": cuts[1],
            "from": first if len(first) == 4 and first != "1990" else "",
            "to": last if last != "2100" else "",
        }
        | ({"to": first} if len(first) == 4 and not last else {})
    )

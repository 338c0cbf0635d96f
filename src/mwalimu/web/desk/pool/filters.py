"""What one can look for in the pool."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.people.models import PersonLanguage
from mwalimu.qualification.queries.pool import PoolWanted
from mwalimu.qualification.queries.pool.wording import STATES
from mwalimu.shared.languages import READING_ORDER
from mwalimu.web.kit.lists import FilterForm
from mwalimu.web.kit.names import language_name

LANGUAGES = (*READING_ORDER, "sw", "ar")
FARTHEST = 20_100  # kilometres: half of the way round the earth
USUAL = 2_500
Choices = list[tuple[str, str]]


def _choice(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label)


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class PoolFilter(FilterForm):
    """Every filter is optional; what is wrong filters nothing, and says so."""

    topic = _choice(pgettext_lazy("filter", "Topic"))
    member = _choice(pgettext_lazy("filter", "Member"))
    state = forms.ChoiceField(
        label=pgettext_lazy("filter", "State"),
        choices=[("", pgettext_lazy("filter", "any")), *STATES.items()],
    )
    region = _choice(pgettext_lazy("filter", "Region"))
    language = _choice(pgettext_lazy("filter", "Language"))
    level = forms.ChoiceField(
        label=pgettext_lazy("filter", "At least at level"),
        choices=[
            ("", pgettext_lazy("filter", "any")),
            *PersonLanguage.Level.choices,
        ],
    )
    expert = _choice(pgettext_lazy("filter", "WCO Accredited Expert as"))
    expertise = _choice(pgettext_lazy("filter", "Accredited in"))
    free_from = _day(pgettext_lazy("filter", "Not busy from"))
    free_until = _day(pgettext_lazy("filter", "Not busy until"))
    since = _day(pgettext_lazy("filter", "Last training since"))
    near = _choice(pgettext_lazy("filter", "Near"))
    within = forms.IntegerField(
        label=pgettext_lazy("filter", "Within so many kilometres"),
        min_value=0,
        max_value=FARTHEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    FIRST = ("q", "topic", "member", "state")

    @property
    def first(self) -> list[forms.BoundField]:
        """The filters that are always shown."""
        return [self[name] for name in self.FIRST if name in self.fields]

    @property
    def further(self) -> list[forms.BoundField]:
        """The filters behind "More filters"."""
        return [self[name] for name in self.fields if name not in self.FIRST]

    @property
    def further_used(self) -> bool:
        """One of the further filters is filled in."""
        return any(self.data.get(field.name) for field in self.further)


def any_of(choices: Choices) -> Choices:
    """Choices with "any" in front."""
    return [("", pgettext("filter", "any")), *choices]


def languages(reading: str) -> Choices:
    """Languages by name."""
    named = [(code, language_name(code, reading)) for code in LANGUAGES]
    return sorted(named, key=lambda pair: pair[1])


def wanted_of(data: dict[str, Any]) -> PoolWanted:
    """What a filled-in filter asks for."""
    days: list[date] = [
        day for day in (data.get("free_from"), data.get("free_until")) if day
    ]
    return PoolWanted(
        topic=data.get("topic", ""),
        member=data.get("member", ""),
        region=data.get("region", ""),
        state=data.get("state", ""),
        language=data.get("language", ""),
        level=data.get("level", ""),
        expert_type=data.get("expert", ""),
        expert_field=data.get("expertise", ""),
        free=(min(days), max(days)) if days else None,
        delivered_since=data.get("since"),
    )

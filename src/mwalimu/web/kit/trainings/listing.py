"""The list of trainings."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.reference.queries import Directory
from mwalimu.trainings.models import Status
from mwalimu.trainings.queries import about
from mwalimu.web.kit.lists import Column, FilterForm, Listing

FIRST_YEAR, LAST_YEAR = 1990, 2100


def with_status(rows: QuerySet[Any], status: str) -> QuerySet[Any]:
    """Rows of a status. Most are verified: said so that no index on it is taken."""
    if status == Status.VERIFIED:
        return rows.exclude(status__in=set(Status) - {Status.VERIFIED})
    return rows.filter(status=status)


class TrainingFilters(FilterForm):
    """Status, topic, host and year; words are found in title, place, audience, names."""

    status = forms.ChoiceField(
        label=pgettext_lazy("filter", "Status"),
        choices=[("", pgettext_lazy("filter", "any")), *Status.choices],
    )
    topic = forms.ChoiceField(label=pgettext_lazy("filter", "Topic"))
    host = forms.ChoiceField(label=pgettext_lazy("filter", "Host"))
    year = forms.IntegerField(
        label=pgettext_lazy("filter", "Year"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class TrainingList(Listing):
    """Trainings, the newest first."""

    columns = (
        Column("title", pgettext_lazy("column", "Training"), ("title",)),
        Column(
            "starts", pgettext_lazy("column", "Dates"), ("starts_on",), falling=True
        ),
        Column("host", pgettext_lazy("column", "Host")),
        Column("topic", pgettext_lazy("column", "Topic")),
        Column(
            "people",
            pgettext_lazy("column", "People"),
            ("people",),
            numeric=True,
            falling=True,
        ),
        Column("status", pgettext_lazy("column", "Status")),
    )
    default_sort = "-starts"
    filters = TrainingFilters
    search_kind = "training"
    rows_template = "kit/trainings/rows.html"
    caption = pgettext_lazy("list", "Trainings")
    empty_title = pgettext_lazy("list", "No training is recorded yet")
    empty_text = pgettext_lazy(
        "list",
        "Record the first one: its dates, its trainers, and who took part. "
        "It counts once somebody else has verified it.",
    )

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], face: str) -> None:
        super().__init__(request, rows)
        self.face = face
        self.directory = Directory((get_language() or "en",))

    def filter_form(self) -> FilterForm:
        """The filters, with Members and topics in the reader's language."""
        form = super().filter_form()
        anything = ("", pgettext("filter", "any"))
        form.fields["host"].choices = [  # type: ignore[attr-defined]
            anything,
            *(
                (member.code, name.text)
                for member, name in self.directory.members_by_name()
            ),
        ]
        form.fields["topic"].choices = [  # type: ignore[attr-defined]
            anything,
            *(
                (topic.code, self.directory.topic(topic.pk).text)
                for topic in self.directory.topics.values()
            ),
        ]
        return form

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """By each filter that is filled in."""
        if "status" in wanted:
            rows = with_status(rows, wanted["status"])
        if "year" in wanted:
            rows = rows.filter(starts_on__year=wanted["year"])
        if "host" in wanted:
            rows = rows.filter(host=self._key(self.directory.members, wanted["host"]))
        if "topic" in wanted:
            rows = about(rows, self._key(self.directory.topics, wanted["topic"]))
        return rows

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the host; topics are named from the filter's choices."""
        return rows.select_related("host")

    @property
    def topic_names(self) -> dict[str, str]:
        """The name of each counted topic."""
        names = {
            topic.code: self.directory.topic(topic.pk).text
            for topic in self.directory.topics.values()
        }
        return names | {"several": pgettext("topic", "several topics")}

    @staticmethod
    def _key(rows: dict[int, Any], code: str) -> int:
        return next(key for key, row in rows.items() if row.code == code)

"""One machinery for every list: filter, search, sort, page. Fast at 100,000 rows.

A list is declared as a subclass of `Listing`; its page is a `ListPage`, shown by
`kit/list.html`. A page costs one query for its rows (their keys by an index first, then
the rows), one for the total where the page does not show it, and two or three for words.
The total is counted up to 10,000 (1,000 of what words find), and pages end there:
further rows are reached by a filter or the other order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.shared.search import Search, search
from mwalimu.web.kit.requests import as_number

MOST_COUNTED = 10_000
MOST_FOUND = 1_000  # of what words find: nobody reads on, and counting costs more
LONGEST_QUERY = 200
Label = str | Promise


@dataclass(frozen=True)
class Column:
    """A column; `sort` names the fields that order it upwards, most lists by an index.

    `falling`: a first click shows the highest or newest first.
    """

    key: str
    label: Label
    sort: tuple[str, ...] = ()
    numeric: bool = False
    falling: bool = False


@dataclass(frozen=True)
class Head:
    """A column head: where its link leads, and the value of aria-sort."""

    column: Column
    url: str
    aria_sort: str


class FilterForm(forms.Form):
    """Filters of a list. Every field is optional; what is wrong filters nothing."""

    q = forms.CharField(
        required=False,
        max_length=LONGEST_QUERY,
        label=pgettext_lazy("list", "Search"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for bound in self.fields.values():
            bound.required = False


@dataclass(frozen=True)
class Total:
    """How many rows there are; `capped`: more than `number`."""

    number: int
    capped: bool = False


@dataclass(frozen=True)
class ListPage:
    """One page of a list, as `kit/list.html` shows it."""

    listing: "Listing"
    rows: Sequence[Any]
    heads: Sequence[Head]
    form: FilterForm
    total: Total
    number: int
    previous_url: str
    next_url: str
    clear_url: str
    filtered: bool
    sort: str
    replaced: dict[str, Sequence[str]] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """Position of the first row shown, from 1."""
        return (self.number - 1) * self.listing.per_page + 1

    @property
    def last(self) -> int:
        """Position of the last row shown."""
        return self.first + len(self.rows) - 1

    @property
    def ends_early(self) -> bool:
        """There are more rows than pages."""
        return not self.next_url and self.total.capped


class Listing:
    """Declares a list; make one per request and ask for its `page()`."""

    columns: ClassVar[tuple[Column, ...]] = ()
    default_sort: ClassVar[str] = ""
    filters: ClassVar[type[FilterForm]] = FilterForm
    search_kind: ClassVar[str] = ""
    per_page: ClassVar[int] = 25
    rows_template: ClassVar[str] = ""
    caption: ClassVar[Label] = ""
    empty_title: ClassVar[Label] = pgettext_lazy("list", "Nothing here yet")
    empty_text: ClassVar[Label] = ""
    target: ClassVar[str] = "list"

    def __init__(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        self.request = request
        self.rows = rows

    def narrow(self, rows: QuerySet[Any], wanted: dict[str, Any]) -> QuerySet[Any]:
        """The rows that the filters want; `wanted` holds what is filled in and right."""
        return rows.filter(**wanted)

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch with the rows of a page what its template shows of them."""
        return rows

    def filter_form(self) -> FilterForm:
        """The filters with what was asked for."""
        form = self.filters(self.request.GET, auto_id="filter_%s")
        if not self.search_kind:
            del form.fields["q"]
        return form

    def page(self) -> ListPage:
        """The page that the address asks for."""
        form = self.filter_form()
        form.is_valid()
        wanted = {key: value for key, value in form.cleaned_data.items() if value}
        words = self._words(wanted.pop("q", ""))
        rows = self.narrow(self.rows, wanted)
        if words:
            rows = words.narrow(rows)
        sort = self._sort()
        number = self._number()
        shown, more = self._rows_of_page(rows, sort, number)
        most = MOST_FOUND if words else MOST_COUNTED
        last_page = most // self.per_page
        return ListPage(
            listing=self,
            rows=shown,
            heads=[self._head(column, sort) for column in self.columns],
            form=form,
            total=self._total(rows, most, number, len(shown), more),
            number=number,
            previous_url=self._url(page=number - 1) if number > 1 else "",
            next_url=self._url(page=number + 1) if more and number < last_page else "",
            clear_url=self.request.path,
            filtered=bool(wanted or words or form.errors),
            sort=sort,
            replaced=dict(words.replaced) if words else {},
        )

    def _words(self, query: str) -> Search | None:
        return search(self.search_kind, query) if query else None

    def _sort(self) -> str:
        asked = self.request.GET.get("sort", "")
        known = {column.key for column in self.columns if column.sort}
        return asked if asked.removeprefix("-") in known else self.default_sort

    def _number(self) -> int:
        number = as_number(self.request.GET.get("page"), 1)
        return min(max(number, 1), MOST_COUNTED // self.per_page)

    def _rows_of_page(
        self, rows: QuerySet[Any], sort: str, number: int
    ) -> tuple[list[Any], bool]:
        """The rows of a page in one query, and whether there are more."""
        order = self._order(sort)
        start = (number - 1) * self.per_page
        keys = rows.order_by(*order).values("pk")[start : start + self.per_page + 1]
        found = self.rows.model._base_manager.filter(pk__in=keys)
        shown = list(self.load(found).order_by(*order))
        return shown[: self.per_page], len(shown) > self.per_page

    def _order(self, sort: str) -> list[Any]:
        """Fields to order by; the key last, so that no row is shown on two pages."""
        falling = sort.startswith("-")
        key = sort.removeprefix("-")
        names = next((c.sort for c in self.columns if c.key == key), ())
        fields = [*names, "pk"]
        return [f"-{name}" for name in fields] if falling else fields

    def _total(
        self, rows: QuerySet[Any], most: int, number: int, shown: int, more: bool
    ) -> Total:
        if not more and (shown or number == 1):
            return Total((number - 1) * self.per_page + shown)
        counted = rows.order_by()[: most + 1].count()
        return Total(min(counted, most), counted > most)

    def _head(self, column: Column, sort: str) -> Head:
        if not column.sort:
            return Head(column, "", "")
        current = sort.removeprefix("-") == column.key
        falls = sort.startswith("-")
        downwards = (not falls) if current else column.falling
        key = f"-{column.key}" if downwards else column.key
        state = ("descending" if falls else "ascending") if current else "none"
        return Head(column, self._url(sort=key, page=None), state)

    def _url(self, **changes: Any) -> str:
        query: QueryDict = self.request.GET.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value not in (None, 1):
                query[name] = str(value)
        text = query.urlencode()
        return f"{self.request.path}?{text}" if text else self.request.path

"""The pages of figures: a figure with its form, and the rows behind a number."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext

from mwalimu.figures import exports
from mwalimu.figures.engine.indicators import INDICATORS
from mwalimu.figures.queries import (
    BadQuestion,
    FigureTable,
    Labels,
    figure,
    told,
    trace,
)
from mwalimu.people.permissions import Viewer
from mwalimu.trainings.permissions import visible_to
from mwalimu.web.kit.figures.amounts import recorded
from mwalimu.web.kit.figures.asking import Asked, asked_in
from mwalimu.web.kit.figures.charts import chart_of
from mwalimu.web.kit.figures.forms import FiguresForm
from mwalimu.web.kit.figures.grids import Address, grid_of, total_of

ROWS_A_PAGE = 50


@dataclass(frozen=True)
class Face:
    """Where the page stands. `rows`: the address of the rows, where they may be seen."""

    page: str
    rows: str = ""
    public: bool = True


@dataclass(frozen=True)
class Chip:
    """A filter that is set, and the address without it."""

    text: str
    url: str


def _asker(request: Any) -> tuple[Viewer, datetime]:
    """Who asks, and when."""
    return request.viewer, request.at


def figures_page(request: HttpRequest, face: Face) -> HttpResponse:
    """A figure, cut and filtered as the address says; also as a file."""
    asked = asked_in(request.GET, face.public)
    labels = Labels(get_language() or "en")
    viewer, at = _asker(request)
    context: dict[str, Any] = {"asked": asked, "face": face, "labels": labels, "at": at}
    try:
        table = figure(
            asked.indicator.code,
            asked.by,
            asked.where,
            viewer=viewer,
            public=face.public,
        )
    except BadQuestion as error:
        context["refused"] = told(error)
        asked = Asked(asked.indicator, asked.by, {})
    else:
        if request.GET.get("format") == "csv":
            return _file(table)
        context |= _shown(table, asked, labels, face)
    context["form"] = FiguresForm(asked, labels, at.year, face.public)
    context["left_out"] = [labels.dimension(name) for name in asked.left_out]
    context["url"] = reverse(face.page)
    context["definitions"] = definitions(labels)
    part = "#figure" if getattr(request, "htmx", False) else ""
    return render(request, f"kit/figures/page.html{part}", context)


def _shown(
    table: FigureTable, asked: Asked, labels: Labels, face: Face
) -> dict[str, Any]:
    """What the page says of a table."""
    address = _address(asked, face)
    grid = grid_of(table, labels, address, pgettext("figures", "Total"))
    return {
        "table": table,
        "grid": grid,
        "chart": chart_of(table, labels),
        "name": labels.text(table.indicator.names),
        "rule": labels.text(table.indicator.rule),
        "unit": labels.text(table.indicator.unit),
        "scope": labels.scope(table.conditions),
        "cut": [labels.dimension(name) for name in table.by],
        "total": total_of(table.total, address({})),
        "chips": [
            Chip(text, f"{reverse(face.page)}?{asked.without(name).query}")
            for name, text in labels.parts(table.conditions)
        ],
        "file_url": f"{reverse(face.page)}?{asked.query}&format=csv",
    }


def _address(asked: Asked, face: Face) -> Address:
    if not face.rows:
        return lambda _values: ""
    base = reverse(face.rows)
    return lambda values: f"{base}?{asked.rows_query(values)}"


def _file(table: FigureTable) -> HttpResponse:
    made = "-synthetic" if table.synthetic else ""
    name = "-".join([table.indicator.code, *table.by]) + made
    return HttpResponse(
        exports.as_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def definitions(labels: Labels) -> list[dict[str, Any]]:
    """Every indicator with its counting rule, for the end of the page."""
    return [
        {
            "code": one.code,
            "name": labels.text(one.names),
            "rule": labels.text(one.rule),
            "unit": labels.text(one.unit),
            "by": [labels.dimension(name) for name in one.dimensions],
        }
        for one in INDICATORS.values()
    ]


def rows_page(request: HttpRequest, face: Face) -> HttpResponse:
    """The dated records behind a number, and the number again."""
    asked = asked_in(request.GET, public=False)
    labels = Labels(get_language() or "en")
    viewer, _ = _asker(request)
    context: dict[str, Any] = {"asked": asked, "face": face, "back": _back(asked, face)}
    first = (asked.page - 1) * ROWS_A_PAGE
    try:
        found = trace(
            asked.indicator.code,
            asked.where,
            viewer=viewer,
            first=first,
            limit=ROWS_A_PAGE,
        )
    except BadQuestion as error:
        context["refused"] = told(error)
        return render(request, "kit/figures/rows.html", context)
    mine = _openable(viewer, [row.uuid for row in found.rows])
    table = found.figure
    base = f"{reverse(face.rows)}?{asked.rows_query()}"
    context |= {
        "trace": found,
        "total": recorded(table.total),
        "table": table,
        "rows": [
            {
                "row": row,
                "host": labels.value("host", row.host),
                "topic": labels.value("topic", row.topic),
                "url": _training(row.uuid) if row.uuid in mine else "",
            }
            for row in found.rows
        ],
        "name": labels.text(table.indicator.names),
        "rule": labels.text(table.indicator.rule),
        "unit": labels.text(table.indicator.unit),
        "scope": labels.scope(table.conditions),
        "awards": table.indicator.code == "master_trainers",
        "first": first + 1,
        "last": first + len(found.rows),
        "previous_url": f"{base}&page={asked.page - 1}" if asked.page > 1 else "",
        "next_url": f"{base}&page={asked.page + 1}"
        if first + len(found.rows) < found.records
        else "",
    }
    return render(request, "kit/figures/rows.html", context)


def _back(asked: Asked, face: Face) -> str:
    return f"{reverse(face.page)}?{asked.query}"


def _openable(viewer: Viewer, uuids: list[UUID]) -> set[UUID]:
    """Those of the trainings that the viewer may open."""
    found = visible_to(viewer).filter(uuid__in=uuids)
    return set(found.values_list("uuid", flat=True))


def _training(uuid: UUID) -> str:
    return reverse("desk:training", kwargs={"uuid": uuid})

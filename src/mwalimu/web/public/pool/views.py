"""Master Trainers, by region; small groups are not shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.figures.engine.suppression import TOTAL, hidden, with_totals
from mwalimu.qualification.queries.pool.public import by_region, in_public
from mwalimu.shared.clock import today
from mwalimu.shared.languages import in_language
from mwalimu.web.kit.access import EVERYBODY, open_to


@open_to(EVERYBODY)
@require_safe
def pool(request: HttpRequest) -> HttpResponse:
    """How many there are in each region, and those who show themselves."""
    day, reading = today(), get_language() or "en"
    counts = by_region(day)
    grid = with_totals({(region.code, ""): n for region, n in counts})
    kept_back = hidden(grid)
    names = {
        region.code: in_language(region.names or {reading: region.code}, (reading,))
        for region, _ in counts
    }
    rows = [
        (names[code], n, (code, column) in kept_back)
        for (code, column), n in grid.items()
        if code != TOTAL
    ]
    rows.sort(key=lambda row: str(row[0]))
    total = (TOTAL, "")
    context = {
        "rows": rows,
        "total": grid.get(total, 0),
        "total_hidden": total in kept_back,
        "hides": bool(kept_back),
        "people": in_public(day),
    }
    return render(request, "public/pool.html", context)

"""The desk: what needs me now."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.figures.queries import FigureTable, Labels
from mwalimu.people.models import Role
from mwalimu.web.desk.home.work import work_of
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.charts import made_up, written
from mwalimu.web.kit.navigation import face_of
from mwalimu.web.kit.reminders import shown_reminders
from mwalimu.web.kit.requests import Request


@open_to(SIGNED_IN)
@require_safe
def home(request: Request) -> HttpResponse:
    """What needs the reader now. Who is only a Master Trainer works in the field."""
    viewer, at = request.viewer, request.at
    if face_of(viewer) == "field":
        return redirect("field:home")
    language = get_language() or "en"
    work = work_of(viewer, at.date(), language)
    reminders = shown_reminders(viewer, at.date())
    names = dict(Role.choices)
    return render(
        request,
        "desk/home.html",
        {
            "work": work,
            "reminders": reminders,
            "roles": [names[role] for role in Role.values if role in viewer.roles],
            "figures": [told(table, Labels(language)) for table in work.figures],
            "nothing_waits": not reminders.count and not work.figures,
        },
    )


def told(table: FigureTable, labels: Labels) -> dict[str, str]:
    """A figure as the desk shows it."""
    return {
        "code": table.indicator.code,
        "name": labels.text(table.indicator.names),
        "value": written(table.total),
        "note": made_up(table),
    }

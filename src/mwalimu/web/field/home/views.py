"""The field: what a Master Trainer comes for."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mwalimu.people.permissions import IN_THE_FIELD
from mwalimu.programmes.queries.evaluations import waiting_for
from mwalimu.qualification import permissions as awards
from mwalimu.trainings import queries
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.reminders import shown_reminders
from mwalimu.web.kit.requests import Request

LAST = 5


@open_to(SIGNED_IN)
@require_safe
def home(request: Request) -> HttpResponse:
    """What needs me, my last trainings, my awards.

    Whoever plays no role here works at the desk.
    """
    viewer = request.viewer
    if not viewer.roles & IN_THE_FIELD:
        return redirect("desk:home")
    settled = queries.listed(viewer).exclude(status__in=("draft", "returned"))
    own = awards.visible_to(viewer).filter(person=viewer.person_id)
    return render(
        request,
        "field/home.html",
        {
            "reminders": shown_reminders(viewer, request.at.date()),
            "last": settled.select_related("host").order_by("-starts_on", "-pk")[:LAST],
            "waiting": waiting_for(viewer, request.at),
            "awards": own.select_related("topic", "member").order_by("-valid_from"),
        },
    )

"""Every address of ours, and the arguments of those that need some.

An address is made of parts such as `trainings/<uuid:uuid>/`; OBJECTS says what stands
for each. So a new page about something known needs nothing here.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter

from benchmarks.dataset import FIRST
from benchmarks.inhand import DEPUTY, address_of
from mwalimu.people.models import Affiliation, Person, RoleAssignment
from mwalimu.programmes.models import (
    Activity,
    Cohort,
    Membership,
    Programme,
    Session,
    SessionGroup,
)
from mwalimu.qualification.models import Award
from mwalimu.shared.models import Upload
from mwalimu.trainings.models import EDITABLE, Status, Training

PART = re.compile(r"([\w-]+)/<(?:\w+:)?(\w+)>")
Row = Any
CLOSED = {"account_email_closed"}  # answers nobody, on purpose
ALSO = {"account_login", "account_request_login_code"}  # allauth's, in our dress


def programme() -> Programme:
    """The one with the most sessions."""
    counted = Programme.objects.annotate(number=Count("sessions"))
    return counted.order_by("-number", "pk")[0]


def of_programme(model: type[Any]) -> Any:
    """The first row that belongs to it."""
    return model._default_manager.filter(programme=programme()).earliest("pk")


def trainer() -> Person:
    """Kenya's Master Trainer, who has an account and trainings."""
    return Person.objects.get(account__email=address_of("trainer"))


def newcomer() -> Person:
    """Somebody whose name team and coordinator read, and who has no account."""
    return RoleAssignment.objects.filter(role=DEPUTY).earliest("pk").person


def training(**conditions: Any) -> Training:
    """One that Kenya hosts, and its trainer leads if there is such a one."""
    hosted = Training.objects.filter(host__code=FIRST[0], **conditions)
    led = hosted.filter(trainers__person=trainer())
    return (led if led.exists() else hosted).latest("pk")


OBJECTS: dict[str, Callable[[], Row]] = {
    "trainings/<uuid>": lambda: training(status=Status.VERIFIED),
    "people/<uuid>": trainer,
    "work/<key>": lambda: Affiliation.objects.filter(person=trainer()).earliest("pk"),
    "roles/<uuid>": lambda: RoleAssignment.objects.filter(
        person__account__email=address_of("coordinator")
    ).earliest("pk"),
    "awards/<uuid>": lambda: Award.objects.filter(person=trainer()).earliest("pk"),
    "programmes/<slug>": programme,
    "cohorts/<code>": lambda: of_programme(Cohort),
    "groups/<code>": lambda: of_programme(SessionGroup),
    "members/<key>": lambda: of_programme(Membership),
    "sessions/<uuid>": lambda: of_programme(Session),
    "uploads/<uuid>": lambda: Upload.objects.earliest("pk"),
    "activities/<uuid>": lambda: Activity.objects.earliest("pk"),
}
# Where the usual object cannot be asked for that:
INSTEAD: dict[str, dict[str, Callable[[], Row]]] = {
    "training_edit": {"trainings/<uuid>": lambda: training(status__in=EDITABLE)},
    "person_invite": {"people/<uuid>": newcomer},
}
NOTHING: dict[type, Any] = {UUIDConverter: UUID(int=0), IntConverter: 0}
FIELDS = {"uuid": "uuid", "slug": "code", "code": "code", "key": "pk"}


def addresses(
    resolver: URLResolver | None = None, prefix: str = "", before: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Name, route and pattern of every address of ours."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = f"{before}{entry.pattern}"
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from addresses(entry, space, route)
        elif ours(entry):
            yield f"{prefix}{entry.name}", route, entry


def ours(entry: URLPattern) -> bool:
    """Whether the page is made by us, and is one."""
    if entry.name in CLOSED:
        return False
    return entry.name in ALSO or not entry.callback.__module__.startswith("allauth.")


def arguments(name: str, route: str, pattern: URLPattern) -> dict[str, Any] | None:
    """Arguments for an address; None where OBJECTS does not say what to take."""
    known = {**OBJECTS, **INSTEAD.get(name.rpartition(":")[2], {})}
    found = {}
    for part, field in PART.findall(route):
        chosen = known.get(f"{part}/<{field}>")
        with suppress(ObjectDoesNotExist):
            if chosen is not None:
                found[field] = getattr(chosen(), FIELDS[field])
    return found if set(found) >= set(pattern.pattern.converters) else None


def invented(pattern: URLPattern) -> dict[str, Any]:
    """Arguments behind which nothing stands: enough to learn whether it answers a GET."""
    found = pattern.pattern.converters.items()
    return {name: NOTHING.get(type(converter), "0") for name, converter in found}

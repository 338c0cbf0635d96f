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
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter

from benchmarks.dataset import AT, FIRST
from benchmarks.inhand import DEPUTY, address_of
from benchmarks.journey import cohort_on_its_way, held_sessions, learner
from mwalimu.people.models import Affiliation, Person, RoleAssignment
from mwalimu.programmes.models import (
    Activity,
    AgendaItem,
    Assignment,
    DemoSlot,
    Holding,
    Membership,
    PanelMinutes,
    Paper,
    Programme,
    Seat,
    Session,
    SessionGroup,
    Submission,
    SubmissionFile,
)
from mwalimu.qualification.models import (
    Award,
    Decision,
    RequirementLine,
    StandardEdition,
    WaiverRow,
)
from mwalimu.qualification.queries.standards import edition_of
from mwalimu.shared.models import Upload
from mwalimu.trainings.models import EDITABLE, Status, Training

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
Row = Any
CLOSED = {"account_email_closed"}  # answers nobody, on purpose
ALSO = {"account_login", "account_request_login_code"}  # allauth's, in our dress


def programme() -> Programme:
    """That of the cohort on its way."""
    return cohort_on_its_way().programme


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


def held_session() -> Session:
    """The last one at which the cohort met."""
    return held_sessions(cohort_on_its_way())[0]


def seat(**conditions: Any) -> Seat:
    """One of the cohort on its way."""
    rows = Seat.objects.filter(cohort=cohort_on_its_way(), **conditions)
    return rows.earliest("pk")


def edition(state: str) -> StandardEdition:
    """Of the standard that the cohort follows."""
    followed = edition_of(cohort_on_its_way(), AT.date())
    assert followed is not None
    return followed.standard.editions.get(state=state)


def requirement(state: str) -> RequirementLine:
    """The first of that edition."""
    return edition(state).requirements.earliest("position")


IN_FORCE, DRAFT = StandardEdition.State.IN_FORCE, StandardEdition.State.DRAFT
OBJECTS: dict[str, Callable[[], Row]] = {
    "trainings/<uuid>": lambda: training(status=Status.VERIFIED),
    "people/<uuid>": trainer,
    "work/<key>": lambda: Affiliation.objects.filter(person=trainer()).earliest("pk"),
    "roles/<uuid>": lambda: RoleAssignment.objects.filter(
        person__account__email=address_of("coordinator")
    ).earliest("pk"),
    "awards/<uuid>": lambda: Award.objects.filter(person=trainer()).earliest("pk"),
    "programmes/<slug>": programme,
    "cohorts/<code>": cohort_on_its_way,
    "seats/<uuid>": seat,
    "held/<uuid>": lambda: Holding.objects.get(person=learner()),
    "board/<uuid>": learner,
    "why/<requirement>": lambda: requirement(IN_FORCE),
    "path/<code>": cohort_on_its_way,
    "pool/<uuid>": trainer,
    "people/<person>": learner,
    "assignments/<uuid>": lambda: Assignment.objects.earliest("pk"),
    "work/<uuid>": lambda: SubmissionFile.objects.earliest("pk"),
    "submissions/<uuid>": lambda: Submission.objects.earliest("pk"),
    "reviews/<uuid>": lambda: Submission.objects.filter(state="handed_in").latest("pk"),
    "slots/<uuid>": lambda: DemoSlot.objects.earliest("pk"),
    "scoring/<uuid>": lambda: DemoSlot.objects.filter(scores=None).latest("pk"),
    "minutes/<uuid>": lambda: PanelMinutes.objects.earliest("pk"),
    "standards/<code>": lambda: edition(IN_FORCE).standard,
    "standards/<number>": lambda: edition(IN_FORCE),
    "new/<kind>": lambda: requirement(DRAFT),
    "lines/<line>": lambda: requirement(DRAFT),
    "waivers/<uuid>": lambda: WaiverRow.objects.earliest("pk"),
    "decisions/<uuid>": lambda: Decision.objects.earliest("pk"),
    "agenda/<item>": lambda: AgendaItem.objects.earliest("pk"),
    "papers/<paper>": lambda: Paper.objects.earliest("pk"),
    "groups/<code>": lambda: of_programme(SessionGroup),
    "members/<key>": lambda: of_programme(Membership),
    "sessions/<uuid>": held_session,
    "uploads/<uuid>": lambda: Upload.objects.earliest("pk"),
    "activities/<uuid>": lambda: Activity.objects.earliest("pk"),
}
# Where the usual object cannot be asked for that:
INSTEAD: dict[str, dict[str, Callable[[], Row]]] = {
    "training_edit": {"trainings/<uuid>": lambda: training(status__in=EDITABLE)},
    "person_invite": {"people/<uuid>": newcomer},
    "path": {"people/<uuid>": learner},
    "edition_edit": {"standards/<number>": lambda: edition(DRAFT)},
    "edition_in_force": {"standards/<number>": lambda: edition(DRAFT)},
    "line_new": {"standards/<number>": lambda: edition(DRAFT)},
    "line_edit": {"standards/<number>": lambda: edition(DRAFT)},
}
NOTHING: dict[type, Any] = {UUIDConverter: UUID(int=0), IntConverter: 0}
FIELDS = {  # what of the row is in the address; a uuid if nothing else is said
    "slug": "code",
    "code": "code",
    "requirement": "code",
    "line": "code",
    "key": "pk",
    "number": "number",
    "kind": "kind",
}


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


def parts(route: str) -> Iterator[tuple[str, str]]:
    """Each parameter of a route, with the last word before it: ("trainings", "uuid")."""
    last = ""
    for piece in route.split("/"):
        if parameter := PARAMETER.fullmatch(piece):
            yield last, parameter[1]
        else:
            last = piece


def arguments(name: str, route: str, pattern: URLPattern) -> dict[str, Any] | None:
    """Arguments for an address; None where OBJECTS does not say what to take."""
    known = {**OBJECTS, **INSTEAD.get(name.rpartition(":")[2], {})}
    found = {}
    for part, field in parts(route):
        chosen = known.get(f"{part}/<{field}>")
        with suppress(ObjectDoesNotExist, IndexError):
            if chosen is not None:
                found[field] = getattr(chosen(), FIELDS.get(field, "uuid"))
    return found if set(found) >= set(pattern.pattern.converters) else None


def invented(pattern: URLPattern) -> dict[str, Any]:
    """Arguments behind which nothing stands: enough to learn whether it answers a GET."""
    found = pattern.pattern.converters.items()
    return {name: NOTHING.get(type(converter), "0") for name, converter in found}

"""Every page that answers a GET, as everybody who may see it."""

from collections.abc import Iterator
from datetime import date

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from benchmarks.dataset import AT, FIRST
from benchmarks.timing import page
from mwalimu.accounts.models import Account
from mwalimu.accounts.operations import system_actor
from mwalimu.people.models import Person
from mwalimu.people.operations import Work, assign_role, create_person, invite
from mwalimu.programmes.models import Activity, Cohort, Programme, Session
from mwalimu.qualification.models import Award
from mwalimu.reference.models import Member
from mwalimu.trainings.models import Training

QUERIES = {
    "desk:trainings": ["q=course", "host=KE", "sort=title", "page=last"],
    "public:figures": [
        "by=year", "by=year&by=topic", "indicator=persons&by=host",
        "indicator=trainings&by=sex&by=sector",
    ],
    "desk:figures": ["by=host&by=year", "indicator=persons&by=topic"],
    "desk:figure_rows": ["indicator=participations&host=KE", "indicator=participations"],
}  # fmt: skip


def addresses(resolver=None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of ours, with its name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from addresses(entry, space)
        elif not entry.callback.__module__.startswith("allauth."):
            yield f"{prefix}{entry.name}", entry


def sign_ins() -> dict[str, Account]:
    """A project team member, Kenya's coordinator, and a Master Trainer of Kenya."""
    by = system_actor("bench entry")
    kenya = Member.objects.get(code=FIRST[0])
    found = {}
    for name, role, member in (
        ("team", "project_team", None),
        ("coordinator", "coordinator", kenya),
    ):
        work = [Work(member=member)] if member else []
        person = create_person(name=f"Bench {name}", work=work, by=by, at=AT)
        assign_role(
            person, role=role, member=member, since=date(2018, 1, 1), by=by, at=AT
        )
        found[name] = _invite(person, name)
    holder = Award.objects.filter(member=kenya).select_related("person").first()
    found["trainer"] = _invite(holder.person, "trainer")
    return found


def _invite(person: Person, name: str) -> Account:
    by = system_actor("bench entry")
    email = f"{name}@example.org"
    return invite(
        person, email=email, password="a bench password", by=by, at=AT, mail=False
    )


def arguments(name: str, pattern: URLPattern) -> dict | None:
    """Arguments for an address, or None where the bench has none."""
    wanted = pattern.pattern.converters
    if not wanted:
        return {}
    if set(wanted) == {"slug"}:
        row = Programme.objects.filter(code="RoO").first() or Programme.objects.first()
        return {"slug": row.code} if row else None
    if set(wanted) != {"uuid"}:
        return None
    model = next(
        (model for part, model in ROWS.items() if part in name.split(":")[-1]), None
    )
    rows = model.objects.order_by("pk") if model else Training.objects.none()
    if model is Training:  # one that Kenya's coordinator opens too
        rows = rows.filter(host__code=FIRST[0])
    row = rows.first()
    return {"uuid": row.uuid} if row else None


ROWS = {
    "training": Training,
    "award": Award,
    "session": Session,
    "activity": Activity,
    "cohort": Cohort,
    "person": Person,
    "role_new": Person,
}


def measure_pages() -> dict[str, dict]:
    """Name (and query string, and who asks) of each page, to what was measured."""
    clients = {"public": Client()}
    for name, account in sign_ins().items():
        clients[name] = Client()
        clients[name].force_login(account)
    found = {}
    for name, pattern in addresses():
        with override("en"):
            values = arguments(name, pattern)
            address = reverse(name, kwargs=values) if values is not None else None
        if address is None:
            continue
        for who in _who_may(clients, address):
            for query in ["", *QUERIES.get(name, [])]:
                shown = f"{name}?{query}" if query else name
                asked = f"{address}?{query}" if query else address
                found[f"{shown} ({who})"] = page(clients[who], asked)
    return found


def _who_may(clients: dict[str, Client], address: str) -> list[str]:
    """Those of the sign-ins whom the page answers with content: each sees its own rows."""
    return [who for who in clients if clients[who].get(address).status_code == 200]

"""Every page that answers a GET, as everybody who may see it.

The client is Django's, but none of its test instruments is on: middleware, templates
and static files are those of an instance that is served.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from benchmarks.addresses import addresses, arguments, invented
from benchmarks.inhand import ROLES, address_of
from benchmarks.timing import counted, in_turn
from mwalimu.accounts.models import Account

# The same page asked in other ways. Add what a reader does and what could be slow.
VARIANTS = {
    "desk:trainings": [
        "q=course", "host=KE", "sort=title", "page=last", "status=submitted",
    ],
    "desk:people": ["name=bench", "name=bench+777+person", "role=coordinator", "page=last"],
    "desk:audit": ["verb=record", "subject=person", "actor=coordinator@example.org"],
    "field:trainings": ["q=course"],
    "public:figures": [
        "by=year", "by=year&by=topic", "indicator=persons&by=host",
        "indicator=trainings&by=sex&by=sector",
    ],
    "desk:figures": [
        "by=host&by=year", "indicator=persons&by=topic",
        "indicator=members_reached&by=year&by=topic",
    ],
    "desk:standard_compare": ["first=1&second=2"],
    "desk:figure_rows": ["indicator=participations&host=KE", "indicator=participations"],
}  # fmt: skip
NO_ARGUMENTS = "benchmarks/addresses.py has no arguments for it"
CONTENT, NO_GET, TO_SIGN_IN = 200, 405, "/account/login/"
ASSETS = re.compile(
    r'<link[^>]+rel="(?:stylesheet|icon|manifest)"[^>]+href="([^"]+)"|<script[^>]+src="([^"]+)"'
)


def sign_in() -> dict[str, Client]:
    """A browser of each role, signed in; ALLOWED_HOSTS is that of an instance."""
    clients = {"public": Client(SERVER_NAME="localhost")}
    for name in ROLES:
        clients[name] = Client(SERVER_NAME="localhost")
        clients[name].force_login(Account.objects.get(email=address_of(name)))
    return clients


def measure_pages() -> dict[str, Any]:
    """Each page by name, query string and who asks; and what could not be measured."""
    clients = sign_in()
    asked: dict[str, Callable[[], Any]] = {}
    unmeasured: dict[str, str] = {}
    for name, route, pattern in addresses():
        with override("en"):
            values = arguments(name, route, pattern)
            address = reverse(name, kwargs=values or invented(pattern))
        found = _asked(name, address, clients) if values is not None else {}
        asked |= found
        if not found and (reason := _why_nobody(address, clients)):
            unmeasured[name] = NO_ARGUMENTS if values is None else reason
    weights = {label: weigh(get) for label, get in asked.items()}
    times = in_turn(asked)
    lines = {label: {**weights[label], **times[label]} for label in asked}
    return {"lines": lines, "unmeasured": unmeasured}


def _asked(
    name: str, address: str, clients: dict[str, Client]
) -> dict[str, Callable[[], Any]]:
    """What is asked for, by all whom the page answers: each of them sees own rows."""
    found: dict[str, Callable[[], Any]] = {}
    for who, client in clients.items():
        for query in ["", *VARIANTS.get(name, [])]:
            target = f"{address}?{query}" if query else address
            if client.get(target).status_code == CONTENT:
                label = f"{name}?{query}" if query else name
                found[f"{label} ({who})"] = get(client, target)
    return found


def get(client: Client, address: str) -> Callable[[], Any]:
    """Asking for an address."""
    return lambda: client.get(address, headers={"Accept-Encoding": "gzip"})


def _why_nobody(address: str, clients: dict[str, Client]) -> str:
    """Why an address gave nobody content; empty where it is no page: posts, redirects."""
    answers = [client.get(address) for client in clients.values()]
    statuses = {answer.status_code for answer in answers}
    elsewhere = any(
        answer.status_code in (301, 302)
        and TO_SIGN_IN not in answer.headers["Location"]
        for answer in answers
    )
    return "" if NO_GET in statuses or elsewhere else f"answers {sorted(statuses)} only"


def weigh(get: Callable[[], Any]) -> dict[str, int]:
    """Queries of one run, and bytes on the wire: of the page alone, and of a first visit.

    As WhiteNoise sends them, stylesheet, scripts and icons are compressed by brotli.
    """
    get()
    with counted() as queries:
        answer = get()
    body = answer.getvalue() if answer.streaming else answer.content
    warm = len(body)
    assets: set[str] = set()
    is_page = answer.headers["Content-Type"].startswith("text/html")
    if is_page:
        assets = {style or script for style, script in ASSETS.findall(_text(answer))}
    cold = warm + sum(weight(name) for name in assets)
    return {"queries": len(queries), "warm": warm, "cold": cold, "page": is_page}


def _text(answer: Any) -> str:
    plain = answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        import gzip

        plain = gzip.decompress(plain)
    return str(plain, "utf-8", "replace")


_weights: dict[str, int] = {}


def weight(address: str) -> int:
    """Compressed bytes of a static file."""
    if address not in _weights:
        name = re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", address.split("/static/")[-1])
        path = finders.find(name)
        data = Path(path).read_bytes() if path else b""
        _weights[address] = len(brotli.compress(data)) if data else 0
    return _weights[address]

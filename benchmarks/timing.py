"""Timing one thing: warm up, run several times, take the median."""

import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import brotli
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

RUNS, WARM_UP = 11, 2
ASSETS = re.compile(
    r'<link[^>]+rel="(?:stylesheet|icon|manifest)"[^>]+href="([^"]+)"|<script[^>]+src="([^"]+)"'
)


def milliseconds(work: Callable[[], Any], runs: int = RUNS) -> float:
    """The median of several runs, in ms."""
    for _ in range(WARM_UP):
        work()
    found = []
    for _ in range(runs):
        started = perf_counter()
        work()
        found.append((perf_counter() - started) * 1000)
    return median(found)


def queries(work: Callable[[], Any]) -> int:
    """How many queries one run makes."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def page(client: Client, address: str) -> dict:
    """Status, queries, median ms, and bytes on the wire of a page."""

    def get() -> Any:
        return client.get(address, headers={"Accept-Encoding": "gzip"})

    response = get()
    html = client.get(address).content.decode("utf-8", "replace")
    assets = {style or script for style, script in ASSETS.findall(html)}
    warm = len(response.content)
    return {
        "status": response.status_code,
        "queries": queries(get),
        "ms": milliseconds(get),
        "warm": warm,
        "cold": warm + sum(weight(name) for name in assets),
    }


_weights: dict[str, int] = {}


def weight(address: str) -> int:
    """Compressed bytes of a static file, as WhiteNoise serves it."""
    if address not in _weights:
        name = re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", address.split("/static/")[-1])
        path = finders.find(name)
        data = Path(path).read_bytes() if path else b""
        _weights[address] = len(brotli.compress(data)) if data else 0
    return _weights[address]

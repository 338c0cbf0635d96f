"""A page offers its reader no address that would refuse them."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from tests.web.matrix import ALL, rows
from tests.web.test_access_matrix import answered, client_of


class Offers(HTMLParser):
    """The addresses of the links and forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        address = dict(attrs).get({"a": "href", "form": "action"}.get(tag, ""), "")
        if address and address.startswith("/") and not address.startswith("//"):
            self.found.add(address.partition("#")[0])


def view_of(address: str) -> str:
    """The name of the view that answers an address; allauth's are its own matter."""
    try:
        match = resolve(address.partition("?")[0])
    except Resolver404:
        return ""
    return match.view_name if match.func.__module__.startswith("mwalimu.") else ""


def offers_of(client: Client, urls: list[str]) -> dict[str, str]:
    """One address of each view that these pages offer."""
    found: dict[str, str] = {}
    for url in urls:
        page = client.get(url)
        if page.headers.get("Content-Type", "").startswith("text/html"):
            for address in sorted(Offers(page.content.decode()).found):
                found.setdefault(view_of(address), address)
    found.pop("", None)
    return found


@pytest.mark.parametrize("role", sorted(ALL))
def test_what_a_page_offers_is_answered(role, world, request):
    client = client_of(role, request)
    mine = [(name, row) for name, row in rows().items() if role in row.answers]
    urls = [reverse(name, kwargs=row.arguments(world)) for name, row in mine]
    refused = {
        name: address
        for name, address in offers_of(client, urls).items()
        if not answered(client.get(address))
    }
    assert refused == {}

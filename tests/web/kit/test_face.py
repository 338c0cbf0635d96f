"""What holds for every page: policy, weight, errors, languages, navigation."""

import gzip
import re
from pathlib import Path

import django_htmx
import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.test import Client, RequestFactory

from mwalimu.web.kit import errors

COLD, WARM = 60_000, 15_000


def packed(content):
    return len(gzip.compress(content, 6))


def static_of(page):
    """The stylesheets and scripts that a page loads, by address."""
    found = re.findall(
        r'(?:<link rel="stylesheet" href|<script[^>]* src)="/static/([^"]+)"', page
    )
    return [Path(finders.find(name)).read_bytes() for name in found]


@pytest.mark.parametrize("address", ["/en/", "/fr/", "/en/account/login/"])
def test_a_page_is_light(address, client, db):
    page = client.get(address).content
    assert packed(page) <= WARM
    assert packed(page) + sum(map(packed, static_of(page.decode()))) <= COLD


def test_the_stylesheet_keeps_its_budget():
    """As it travels: a reader on a poor line fetches it once."""
    sheet = Path(finders.find("kit/kit.css")).read_bytes()
    assert packed(sheet) <= 8_000


def test_the_policy_allows_nothing_inline(client, db):
    policy = client.get("/en/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_htmx_comes_from_here_and_adds_no_style():
    text = engines["django"].from_string('{% include "kit/htmx.html" %}').render()
    assert '"includeIndicatorStyles":false' in text
    (name,) = re.findall(r'src="/static/([^"]+)"', text)
    assert (Path(django_htmx.__file__).parent / "static" / name).exists()


def test_everybody_may_keep_a_public_page(client, db):
    headers = client.get("/en/").headers
    assert headers["Cache-Control"] == "public, max-age=300"
    assert "Cookie" in headers["Vary"]


def test_nobody_keeps_the_page_of_somebody(client, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    assert client.get("/en/").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(("asks", "gets"), [("fr-CA,en;q=0.5", "/fr/"), ("de", "/en/")])
def test_the_bare_address_leads_to_the_readers_language(asks, gets, client, db):
    answer = client.get("/", headers={"accept-language": asks})
    assert answer.headers["Location"] == gets
    assert "Accept-Language" in answer.headers["Vary"]


def test_the_chosen_language_goes_before_that_of_the_browser(client, db):
    client.cookies["django_language"] = "fr"
    answer = client.get("/", headers={"accept-language": "en"})
    assert answer.headers["Location"] == "/fr/"


def test_the_language_switch_keeps_the_page(client, db):
    page = client.get("/en/about-the-demo/?from=mail").content.decode()
    assert 'href="/fr/about-the-demo/?from=mail" lang="fr"' in page


def test_an_unknown_language_is_told_what_to_do(client, db):
    answer = client.get("/xx/")
    assert answer.status_code == 404
    assert "Go to the first page" in answer.content.decode()


def test_a_closed_page_says_whom_to_ask(client, kenya_trainer):
    client.force_login(kenya_trainer.account)
    answer = client.get("/en/desk/audit/")
    assert answer.status_code == 403
    assert "ask your national coordinator" in answer.content.decode()


def test_a_fault_of_ours_needs_no_database():
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "What was saved before is safe" in answer.content.decode()


def test_a_form_without_its_token_says_that_nothing_was_saved(db):
    answer = Client(enforce_csrf_checks=True).post("/en/account/login/")
    assert answer.status_code == 403
    assert "Nothing was saved" in answer.content.decode()


def test_the_stored_theme_is_in_the_page_itself(client, db):
    client.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in client.get("/en/").content.decode()


def test_a_theme_that_does_not_exist_is_not_repeated(client, db):
    client.cookies["theme"] = '"><script>'
    assert "data-theme" not in client.get("/en/").content.decode()


def test_the_current_page_is_marked_in_the_navigation(client, db):
    page = client.get("/en/").content.decode()
    assert '<a href="/en/" aria-current="page">Home</a>' in page


def test_nobody_is_led_to_a_closed_page(client, kenya_coordinator):
    client.force_login(kenya_coordinator.account)
    page = client.get("/en/desk/").content.decode()
    assert 'href="/en/desk/trainings/"' in page
    assert 'href="/en/desk/audit/"' not in page


def test_the_demo_says_so_on_every_page(client, db, settings):
    settings.DEMO = True
    page = client.get("/en/account/login/").content.decode()
    assert 'href="/en/about-the-demo/"' in page


def test_search_engines_stay_out_of_the_desk(client):
    assert "Disallow: /*/desk/" in client.get("/robots.txt").content.decode()


def test_what_is_not_there_leads_one_level_up_where_one_may_go(client, team):
    assert '"/en/desk/people/"' not in client.get("/en/desk/people/0/").content.decode()
    client.force_login(team.account)
    page = client.get("/en/desk/letters/texts/nothing/at/all/").content.decode()
    assert 'href="/en/desk/letters/texts/"' in page


def test_the_search_for_a_level_above_has_an_end(client, db):
    assert client.get("/en/" + "x/" * 900).status_code == 404

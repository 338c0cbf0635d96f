"""Signing in: by password, by code, never by oneself."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from mwalimu.accounts.models import Account, AuditLine
from mwalimu.shared import outbox
from tests.cast import PASSWORD

ADDRESS = "kenya.coordinator@example.org"


@pytest.fixture
def browser(db, clear_cache):
    return Client()


@pytest.fixture
def clear_cache(settings):
    """Rate limits start afresh."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }


def by_password(browser, password, email=ADDRESS):
    url = reverse("account_login")
    return browser.post(url, {"login": email, "password": password})


def verbs():
    return list(AuditLine.objects.order_by("id").values_list("verb", flat=True))


def test_with_the_password_one_gets_in(browser, kenya_coordinator):
    response = by_password(browser, PASSWORD)
    assert response.headers["Location"] == reverse("desk:home")
    assert verbs()[-1] == "sign_in"


def test_the_session_is_another_one_after_the_sign_in(browser, kenya_coordinator):
    browser.get(reverse("account_login"))
    session = browser.session
    session["seen"] = True
    session.save()
    before = browser.session.session_key
    by_password(browser, PASSWORD)
    assert browser.session.session_key not in (None, before)


def test_a_wrong_password_does_not_get_in_and_is_audited(browser, kenya_coordinator):
    response = by_password(browser, "wrong")
    assert response.status_code == 200
    line = AuditLine.objects.latest("id")
    assert (line.verb, line.subject_uuid) == (
        "sign_in_failed",
        kenya_coordinator.account.uuid,
    )


def test_an_address_typed_in_vain_is_not_kept(browser, system):
    by_password(browser, "wrong", "private@example.org")
    line = AuditLine.objects.latest("id")
    assert line.subject_uuid.int == 0
    assert "private" not in f"{line.before}{line.after}{line.origin}"


def test_after_many_failures_even_the_right_password_waits(browser, kenya_coordinator):
    for _ in range(10):
        by_password(browser, "wrong")
    response = by_password(browser, PASSWORD)
    assert response.status_code in (200, 429)
    assert "sign_in" not in verbs()


def test_a_code_by_mail_gets_in_once(browser, kenya_coordinator):
    browser.post(reverse("account_request_login_code"), {"email": ADDRESS})
    mail = outbox.mails().get()
    assert mail.payload["to"] == [ADDRESS]
    code = re.search(r"^[A-Z0-9-]{6,}$", mail.payload["text"], re.M).group()
    response = browser.post(reverse("account_confirm_login_code"), {"code": code})
    assert response.headers["Location"] == reverse("desk:home")
    assert verbs()[-1] == "sign_in"


def test_a_wrong_code_does_not_get_in(browser, kenya_coordinator):
    browser.post(reverse("account_request_login_code"), {"email": ADDRESS})
    browser.post(reverse("account_confirm_login_code"), {"code": "AAAAAA"})
    assert "sign_in" not in verbs()


def test_a_mail_is_in_the_language_of_the_account(browser, togo_coordinator):
    Account.objects.update(language="fr")
    email = togo_coordinator.account.email
    browser.post(reverse("account_reset_password"), {"email": email})
    text = outbox.mails().get().payload["text"]
    assert "/fr/account/password/reset/key/" in text


def test_a_link_by_mail_sets_a_new_password(browser, kenya_coordinator):
    browser.post(reverse("account_reset_password"), {"email": ADDRESS})
    text = outbox.mails().get().payload["text"]
    link = re.search(r"http://[^/]+(/\S+)", text).group(1)
    form = browser.get(link, follow=True)
    chosen = "four words in a row"
    url = form.redirect_chain[-1][0]
    browser.post(url, {"password1": chosen, "password2": chosen})
    assert by_password(Client(), chosen).status_code == 302
    assert "set_password" in verbs()
    assert outbox.mails()[0].payload["subject"] == "Your password was set anew"


def test_nobody_else_gets_a_mail(browser, system):
    browser.post(reverse("account_request_login_code"), {"email": "a@example.org"})
    browser.post(reverse("account_reset_password"), {"email": "a@example.org"})
    assert not outbox.mails().exists()


def test_known_and_unknown_addresses_get_the_same_answer(browser, kenya_coordinator):
    url = reverse("account_reset_password")
    known = browser.post(url, {"email": ADDRESS})
    unknown = browser.post(url, {"email": "a@example.org"})
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )


def test_nobody_signs_up(browser, system):
    url = reverse("account_signup")
    before = Account.objects.count()
    form = {"email": "me@example.org", "password1": PASSWORD}
    pages = [browser.get(url), browser.post(url, form)]
    assert all(b"Accounts are opened by invitation" in page.content for page in pages)
    assert all(b"<input" not in main_of(page) for page in pages)
    assert Account.objects.count() == before


def main_of(page):
    return page.content.partition(b"<main")[2].partition(b"</main>")[0]


def test_nobody_changes_the_address_of_their_account(browser, kenya_coordinator):
    browser.force_login(kenya_coordinator.account)
    response = browser.post(
        "/en/account/email/", {"email": "me@example.org", "action_add": ""}
    )
    assert response.status_code == 403


def test_reading_the_sign_out_page_signs_nobody_out(browser, kenya_coordinator):
    browser.force_login(kenya_coordinator.account)
    browser.get(reverse("account_logout"))
    assert browser.get(reverse("desk:home")).status_code == 200
    browser.post(reverse("account_logout"))
    assert browser.get(reverse("desk:home")).status_code == 302


def test_signing_in_needs_the_token_of_the_form(kenya_coordinator):
    browser = Client(enforce_csrf_checks=True)
    assert by_password(browser, PASSWORD).status_code == 403


def test_a_closed_account_is_out_at_once(browser, kenya_coordinator):
    browser.force_login(kenya_coordinator.account)
    Account.objects.update(is_active=False)
    assert browser.get(reverse("desk:home")).status_code == 302
    assert by_password(Client(), PASSWORD).headers["Location"] != reverse("desk:home")


def test_the_language_of_the_account_is_kept(browser, kenya_coordinator):
    Account.objects.update(language="fr")
    assert by_password(browser, PASSWORD).headers["Location"].startswith("/fr/")


def test_x_forwarded_for_counts_only_behind_a_proxy(
    browser, kenya_coordinator, settings
):
    spoof = {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 10.0.0.7"}
    form = {"login": ADDRESS, "password": "wrong"}
    browser.post(reverse("account_login"), form, **spoof)
    assert AuditLine.objects.latest("id").origin == "web 127.0.0.1"
    settings.BEHIND_PROXY = True
    browser.post(reverse("account_login"), form, **spoof)
    assert AuditLine.objects.latest("id").origin == "web 10.0.0.7"


def pages_without_arguments():
    for resolver in get_resolver().url_patterns:
        for name in getattr(resolver, "reverse_dict", ()):
            if isinstance(name, str) and name.startswith(("account_", "mfa_")):
                path = resolver.reverse_dict[name][0][0][0]
                if "%" not in path:
                    yield name


@pytest.mark.parametrize("name", sorted(set(pages_without_arguments())))
def test_every_page_of_the_sign_in_looks_like_ours(browser, kenya_coordinator, name):
    browser.force_login(kenya_coordinator.account)
    for who in (browser, Client()):
        page = who.get(reverse(name), follow=True)
        if page["Content-Type"].startswith("text/html"):
            assert b"kit/kit" in page.content
            policy = page["Content-Security-Policy"].split("; ")
            assert "script-src 'self'" in policy

"""A second step is shown under our policy and is asked for at the next sign-in."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.test import Client
from django.urls import reverse

from mwalimu.accounts.models import AuditLine
from mwalimu.shared import outbox
from tests.cast import PASSWORD


@pytest.fixture
def browser(settings, kenya_trainer):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    client = Client()
    sign_in(client, kenya_trainer)
    return client


def sign_in(client, somebody):
    form = {"login": somebody.account.email, "password": PASSWORD}
    return client.post(reverse("account_login"), form)


def switched_on(browser):
    """Switch codes from an app on; the page that showed the key."""
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    url = reverse("mfa_activate_totp")
    page = browser.get(url).text
    secret = re.search(r"<code>(\w+)</code>", page).group(1)
    counter = next(iter(counters()))
    browser.post(url, {"code": format_hotp_value(hotp_value(secret, counter))})
    return page


def test_the_picture_of_the_key_needs_no_exception_from_the_policy(browser):
    page = switched_on(browser)
    picture = page.partition("<figure")[2].partition("</figure>")[0]
    assert "<svg" in picture
    assert "style=" not in picture
    assert "data:" not in picture


def test_before_a_change_one_shows_again_that_it_is_oneself(browser):
    answer = browser.get(reverse("mfa_activate_totp"))
    assert reverse("account_reauthenticate") in answer.headers["Location"]


def test_switching_on_is_audited_and_mailed(
    browser, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        switched_on(browser)
    verbs = AuditLine.objects.values_list("verb", flat=True)
    assert "add_second_step" in verbs
    assert outbox.mails().first().payload["subject"].startswith("Codes from an app")


def test_the_password_alone_no_longer_gets_in(browser, kenya_trainer):
    switched_on(browser)
    another = Client()
    answer = sign_in(another, kenya_trainer)
    assert answer.headers["Location"].endswith(reverse("mfa_authenticate"))
    assert another.get(reverse("desk:home")).status_code == 302


def test_a_wrong_second_step_is_audited(browser, kenya_trainer):
    switched_on(browser)
    another = Client()
    sign_in(another, kenya_trainer)
    another.post(reverse("mfa_authenticate"), {"code": "not one"})
    assert AuditLine.objects.latest("id").verb == "second_step_failed"

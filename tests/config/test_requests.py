"""Every request has an id and a size that fits."""

import logging

import pytest
from django.test import Client

from mwalimu.config.requests import RequestFilter, SizeLimit


@pytest.mark.django_db
def test_every_answer_carries_a_fresh_id():
    ids = {Client().get("/healthz").headers["X-Request-ID"] for _ in range(2)}
    assert len(ids) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("proxy", "kept"), [(True, True), (False, False)])
def test_an_id_is_taken_only_from_our_proxy(proxy, kept, settings):
    settings.BEHIND_PROXY = proxy
    answer = Client().get("/healthz", headers={"X-Request-ID": "from-the-proxy"})
    assert (answer.headers["X-Request-ID"] == "from-the-proxy") is kept


@pytest.mark.django_db
def test_an_id_that_could_forge_log_lines_is_not_taken(settings):
    settings.BEHIND_PROXY = True
    answer = Client().get("/healthz", headers={"X-Request-ID": "x\nERROR forged"})
    assert "forged" not in answer.headers["X-Request-ID"]


@pytest.mark.django_db
def test_the_address_behind_a_proxy_is_the_last_that_it_wrote(settings):
    settings.BEHIND_PROXY = True
    answer = Client().get("/healthz", headers={"X-Forwarded-For": "6.6.6.6, 10.1.1.1"})
    assert answer.wsgi_request.META["REMOTE_ADDR"] == "10.1.1.1"


def test_a_log_line_outside_a_request_has_a_dash():
    record = logging.makeLogRecord({})
    assert RequestFilter().filter(record)
    assert record.request_id == "-"


@pytest.mark.django_db
def test_a_request_for_another_host_is_refused_in_one_line(caplog):
    caplog.handler.addFilter(RequestFilter())
    assert Client().get("/en/", headers={"Host": "evil.example"}).status_code == 400
    (record,) = caplog.records
    assert ("evil.example" in record.message, record.exc_info) == (True, None)


@pytest.mark.parametrize(
    ("length", "status"),
    [("", "200"), ("1048576", "200"), ("1048577", "413"), ("-1", "413"), ("x", "413")],
)
def test_a_request_larger_than_the_limit_is_refused_unread(length, status):
    seen = []

    def inner(_environ, start_response):
        start_response("200 OK", [])
        return []

    application = SizeLimit(inner, 1024 * 1024)
    application({"CONTENT_LENGTH": length}, lambda line, _headers: seen.append(line))
    assert seen[0][:3] == status


@pytest.mark.django_db
def test_the_health_answer_says_ok():
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_the_health_answer_says_when_the_database_is_away(monkeypatch):
    from django.db import OperationalError

    from mwalimu.web.kit import views

    class Away:
        def cursor(self):
            raise OperationalError("password=hush")

    monkeypatch.setattr(views, "connection", Away())
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (
        503,
        b"the database does not answer",
    )

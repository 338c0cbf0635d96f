"""Every address answers a form that is refused with 422, and a wrong method with 405."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.matrix import rows
from tests.web.test_access_matrix import client_of


def looks_well(answer) -> bool:
    """A page with status 200: whoever stored something is sent on to another."""
    kind = answer.headers.get("Content-Type", "")
    return answer.status_code == 200 and kind.startswith("text/html")


@pytest.mark.parametrize("role", ["team", "kenya_coordinator", "kenya_registrar"])
@pytest.mark.parametrize(
    "sent",
    [{"csrfmiddlewaretoken": "as browsers do"}, {"name": "", "since": "never"}],
    ids=["nothing", "nonsense"],
)
def test_no_form_that_is_refused_looks_as_if_all_were_well(role, sent, world, request):
    client = client_of(role, request)
    mine = {name: row for name, row in rows().items() if role not in row.refused}
    urls = {
        name: reverse(name, kwargs=row.arguments(world)) for name, row in mine.items()
    }
    answers = {name: client.post(url, sent) for name, url in urls.items()}
    well = [name for name, answer in answers.items() if looks_well(answer)]
    assert not well, well


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "PUT", "TRACE"])
def test_a_method_that_is_never_taken_is_answered_as_such(method, world, team):
    client = Client(enforce_csrf_checks=True)
    client.force_login(team.account)
    urls = {
        name: reverse(name, kwargs=row.arguments(world)) for name, row in rows().items()
    }
    answers = {
        name: client.generic(method, url).status_code for name, url in urls.items()
    }
    takes = {"upload_piece"} if method == "PUT" else set()
    assert {name for name, status in answers.items() if status != 405} == takes

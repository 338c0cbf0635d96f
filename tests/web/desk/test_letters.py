"""Letters in the browser: drafts for many, numbers, scans, and what is not shown."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mwalimu.programmes.models import Letter
from tests.cast import hold, make_person, seat_of
from tests.programmes.letters.conftest import draft, issued  # noqa: F401

DESK = "/en/desk/letters/"


def signed_in(somebody) -> Client:
    client = Client()
    client.force_login(somebody.account)
    return client


@pytest.fixture
def written(team, cohort, members) -> Client:
    """The team has written to all three Members of the cohort."""
    client = signed_in(team)
    form = {"kind": "another_name", "members": list(members), "answer_by": "2027-01-01"}
    client.post(f"{DESK}write/?cohort={cohort.code}", form)
    return client


def test_every_member_that_was_ticked_gets_a_draft(written):
    assert Letter.objects.drafts().count() == 3


def test_the_ticked_drafts_are_issued_together(written, cohort):
    page = written.get(f"/en/desk/cohorts/{cohort.code}/letters/").content.decode()
    keys = [str(key) for key in Letter.objects.values_list("uuid", flat=True)]
    assert all(key in page for key in keys)
    written.post(f"{DESK}issue/", {"letters": keys[:2], "dated_on": "2026-11-02"})
    assert Letter.objects.drafts().count() == 1


def test_a_letter_with_open_places_says_which(team, cohort, kenya):
    client = signed_in(team)
    form = {"kind": "undertaking", "members": ["KE"]}
    client.post(f"{DESK}write/?cohort={cohort.code}", form)
    key = Letter.objects.get().uuid
    answer = client.post(
        f"{DESK}issue/", {"letters": [str(key)], "dated_on": "2026-11-02"}
    )
    assert answer.status_code == 422
    assert "{person}" in answer.content.decode()


def test_the_word_file_is_a_download_with_its_number_as_name(team, issued):  # noqa: F811
    answer = signed_in(team).get(f"{DESK}{issued.uuid}/file/")
    assert "MTP-2024-0001.docx" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_coordinator_answers_with_a_scan(kenya_coordinator, issued):  # noqa: F811
    form = {
        "member": "KE",
        "answers": str(issued.uuid),
        "kind": "undertaking",
        "decision": "undertakes",
        "received_on": "2024-03-05",
        "language": "en",
        "scan": SimpleUploadedFile("signed.pdf", b"%PDF-1.7"),
    }
    answer = signed_in(kenya_coordinator).post(f"{DESK}receive/", form)
    assert answer.status_code == 302
    assert Letter.objects.get(direction="in").answers == issued


def test_a_program_in_disguise_is_refused_and_nothing_is_kept(kenya_coordinator):
    form = {
        "member": "KE",
        "kind": "other",
        "decision": "informs",
        "received_on": "2024-03-05",
        "language": "en",
        "scan": SimpleUploadedFile("signed.exe.pdf", b"%PDF-1.7"),
    }
    answer = signed_in(kenya_coordinator).post(f"{DESK}receive/", form)
    assert answer.status_code == 422
    assert not Letter.objects.exists()


def test_a_stranger_finds_neither_letter_nor_scan(togo_coordinator, issued):  # noqa: F811
    client = signed_in(togo_coordinator)
    assert client.get(f"{DESK}{issued.uuid}/").status_code == 404
    assert client.get(f"{DESK}{issued.uuid}/file/").status_code == 404
    assert issued.number not in client.get(DESK).content.decode()


def test_own_texts_are_changed_and_restored(team):
    client = signed_in(team)
    address = f"{DESK}texts/call/en/"
    client.post(address, {"subject": "Ours", "body": "For {member}"})
    assert "Ours" in client.get(f"{DESK}texts/").content.decode()
    client.post(address, {"restore": "1"})
    assert "Ours" not in client.get(f"{DESK}texts/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_letter_and_for_three(
    team, cohort, kenya, system, number, django_assert_max_num_queries
):
    client = signed_in(team)
    for place in range(number):
        somebody = make_person(f"Holder {place}", system, kenya)
        hold(seat_of(cohort, kenya, place + 1), somebody, system)
        client.post(
            f"{DESK}write/?cohort={cohort.code}&person={somebody.uuid}",
            {"kind": "other", "members": ["KE"]},
        )
    with django_assert_max_num_queries(10):
        client.get(DESK)

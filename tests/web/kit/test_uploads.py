"""The addresses under /uploads/, as upload.js asks them."""

import pytest

from mwalimu.shared.files import opened, uploads
from mwalimu.shared.models import StoredFile, Upload

PDF = b"%PDF-1.7 " + b"x" * 2_000
FILE = {"name": "plan.pdf", "size": str(len(PDF)), "modified": "1700000000000"}


@pytest.fixture
def signed_in(client, wg_member):
    client.force_login(wg_member.account)
    return client


def begin(client, **changes):
    return client.post("/uploads/", FILE | changes)


def put(client, uuid, offset, content):
    return client.put(f"/uploads/{uuid}/{offset}/", content, "application/octet-stream")


def test_a_file_is_begun_sent_and_finished(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    assert put(signed_in, uuid, 0, PDF[:1_000]).json()["received"] == 1_000
    assert put(signed_in, uuid, 1_000, PDF[1_000:]).json()["received"] == len(PDF)
    done = signed_in.post(f"/uploads/{uuid}/finish/").json()
    assert (done["whole"], done["name"]) == (True, "plan.pdf")
    with opened(StoredFile.objects.get()) as stream:
        assert stream.read() == PDF


def test_after_a_reload_the_same_file_goes_on(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    put(signed_in, uuid, 0, PDF[:700])
    again = begin(signed_in).json()
    assert (again["uuid"], again["received"]) == (uuid, 700)


def test_a_wrong_offset_is_told_where_to_go_on(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    put(signed_in, uuid, 0, PDF[:700])
    response = put(signed_in, uuid, 0, PDF[:700])
    assert (response.status_code, response.json()) == (409, {"received": 700})


def test_finishing_too_early_is_told_where_to_go_on(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    response = signed_in.post(f"/uploads/{uuid}/finish/")
    assert (response.status_code, response.json()) == (409, {"received": 0})


def test_a_piece_that_is_too_large_is_not_read(signed_in):
    uuid = begin(signed_in, size="40000000").json()["uuid"]
    response = put(signed_in, uuid, 0, b"%PDF-" + b"x" * uploads.PIECE)
    assert (response.status_code, response.json()) == (413, {"piece": uploads.PIECE})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": "plan.exe"}, "kind of file"),
        ({"name": "plan.exe.pdf"}, "hides what it is"),
        ({"size": "60000000"}, "larger than 50 MB"),
        ({"size": "many"}, "empty"),
        ({"size": "-5"}, "empty"),
        ({"size": "9" * 40}, "empty"),
    ],
)
def test_a_wrong_file_is_refused_before_it_is_sent(signed_in, changes, says):
    response = begin(signed_in, **changes)
    assert response.status_code == 422
    assert says in response.json()["message"]


def test_content_under_a_false_name_is_refused_and_forgotten(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    response = put(signed_in, uuid, 0, b"MZ a programme that runs")
    assert response.status_code == 422
    assert not Upload.objects.exists()


def test_somebody_else_finds_nothing_there(signed_in, togo_wg_member):
    uuid = begin(signed_in).json()["uuid"]
    signed_in.force_login(togo_wg_member.account)
    assert signed_in.get(f"/uploads/{uuid}/").status_code == 404
    assert put(signed_in, uuid, 0, PDF).status_code == 404
    assert Upload.objects.get().received == 0


def test_a_file_is_taken_away_again(signed_in):
    uuid = begin(signed_in).json()["uuid"]
    assert signed_in.post(f"/uploads/{uuid}/drop/").status_code == 200
    assert not Upload.objects.exists()

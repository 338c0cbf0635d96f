"""The agenda and the papers at the desk: forms, refusals, downloads."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mwalimu.programmes.models import AgendaItem, Paper

LINE = {
    "day": "2024-03-04",
    "starts_at": "09:00",
    "title": "Opening",
    "kind": "ceremony",
}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """Files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


def upload(name="handbook.pdf", content=b"%PDF-1.7 handbook", **more):
    file = SimpleUploadedFile(name, content)
    return {"title": "Handbook", "seen_by": "participants", "file": file, **more}


def test_a_line_is_added_changed_and_taken_off(signed_in, here):
    signed_in.post(f"{here}/agenda/new/", {**LINE, "speaker": "Ms X", "room": "A"})
    page = signed_in.get(f"{here}/agenda/").content.decode()
    assert "09:00" in page
    assert "Ms X" in page
    row = AgendaItem.objects.get()
    form = signed_in.get(f"{here}/agenda/{row.uuid}/edit/").content.decode()
    assert 'value="Ms X"' in form
    signed_in.post(f"{here}/agenda/{row.uuid}/edit/", {**LINE, "title": "Welcome"})
    row.refresh_from_db()
    assert (row.title, row.speaker) == ("Welcome", "")
    signed_in.post(f"{here}/agenda/{row.uuid}/remove/")
    assert not AgendaItem.objects.exists()


def test_a_wrong_line_keeps_what_was_typed(signed_in, here):
    wrong = {**LINE, "ends_at": "08:00", "day": "2024-03-09"}
    response = signed_in.post(f"{here}/agenda/new/", wrong)
    assert response.status_code == 422
    assert 'value="Opening"' in response.content.decode()
    response = signed_in.post(f"{here}/agenda/new/", {**LINE, "ends_at": "08:00"})
    assert list(response.context["form"].errors) == ["ends_at"]
    assert not AgendaItem.objects.exists()


def test_a_paper_is_added_opened_and_taken_away(signed_in, here):
    signed_in.post(f"{here}/papers/new/", upload(seen_by="team", language="en"))
    paper = Paper.objects.get()
    answer = signed_in.get(f"{here}/papers/{paper.uuid}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 handbook"
    assert "attachment" in answer.headers["Content-Disposition"]
    change = f"{here}/papers/{paper.uuid}/edit/"
    signed_in.post(change, {"seen_by": "participants"})
    paper.refresh_from_db()
    assert paper.seen_by == "participants"
    signed_in.post(change, {"seen_by": "everybody"})
    signed_in.post(change, {"remove": "1"})
    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", ["run.exe", "run.exe.pdf", "none"])
def test_a_file_of_a_wrong_kind_is_said_at_its_field(signed_in, here, name):
    response = signed_in.post(f"{here}/papers/new/", upload(name))
    assert list(response.context["form"].errors) == ["file"]
    assert not Paper.objects.exists()


def test_a_coordinator_downloads_what_participants_read(
    client, signed_in, here, kenya_coordinator, team
):
    signed_in.post(f"{here}/papers/new/", upload())
    signed_in.post(
        f"{here}/papers/new/", upload(content=b"%PDF-1.7 scores", seen_by="team")
    )
    opened, closed = Paper.objects.order_by("pk")
    client.force_login(kenya_coordinator.account)
    assert client.get(f"{here}/papers/{opened.uuid}/").status_code == 200
    assert client.get(f"{here}/papers/{closed.uuid}/").status_code == 404


def test_an_expert_is_named_or_found(signed_in, here, session, kenya_registrar):
    url = f"{here}/people/experts/new/"
    signed_in.post(url, {"name": "Ms X", "organisation": "WCO"})
    signed_in.post(url, {"person": "Kenya Registrar"})
    page = signed_in.get(f"{here}/people/").content.decode()
    assert "Ms X" in page
    assert "Kenya Registrar" in page
    response = signed_in.post(url, {})
    assert list(response.context["form"].errors) == ["name"]
    expert = session.experts.get(name="Ms X")
    signed_in.post(f"{here}/people/experts/{expert.uuid}/remove/")
    assert session.experts.count() == 1


@pytest.mark.parametrize("lines", [1, 30])
def test_the_agenda_takes_few_queries(
    signed_in, here, session, lines, django_assert_max_num_queries
):
    day = session.days.first()
    for hour in range(lines):
        day.agenda.create(starts_at=f"{hour % 24}:00", title="Line", kind="other")
    with django_assert_max_num_queries(9):
        assert signed_in.get(f"{here}/agenda/").status_code == 200

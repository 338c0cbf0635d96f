"""A WG member hands in, with JavaScript or without, and loses nothing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mwalimu.programmes.models import Assignment, Holding, Submission
from mwalimu.shared.files import uploads
from mwalimu.shared.models import Upload
from tests.programmes.assignments.conftest import a_file

FAR = date(2100, 1, 1)
PDF = b"%PDF-1.7 case"


@pytest.fixture
def open_still(assignment):
    """It is due in a far future: pages ask the real clock."""
    Assignment.objects.update(due_on=FAR, late_until=None)
    assignment.refresh_from_db()
    return assignment


@pytest.fixture
def here(open_still):
    return f"/en/field/assignments/{open_still.uuid}/"


@pytest.fixture
def signed_in(client, wg_member):
    client.force_login(wg_member.account)
    return client


def a_pdf(name="case.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def sent_in_pieces(client, assignment, person, content=PDF, name="big.pdf"):
    """What upload.js does."""
    purpose = f"assignment:{assignment.uuid}:{person.uuid.hex}"
    begun = {"name": name, "size": len(content), "modified": 5, "purpose": purpose}
    uuid = client.post("/uploads/", begun).json()["uuid"]
    client.put(f"/uploads/{uuid}/0/", content, "application/octet-stream")
    assert client.post(f"/uploads/{uuid}/finish/").json()["whole"]
    return uuid


def test_text_and_a_plain_file_are_handed_in(signed_in, here):
    response = signed_in.post(here, {"text": "My work", "files": [a_pdf()]})
    assert response.status_code == 302
    row = Submission.objects.get()
    assert (row.text, row.files.get().name) == ("My work", "case.pdf")
    page = signed_in.get(here).content.decode()
    assert "Version 1" in page
    assert "end of the day in Nairobi (Africa/Nairobi)" in page


def test_a_file_that_came_in_pieces_is_handed_in(
    signed_in, here, open_still, wg_member
):
    uuid = sent_in_pieces(signed_in, open_still, wg_member.person)
    assert "big.pdf" in signed_in.get(here).content.decode()
    signed_in.post(here, {"text": "", "uploads": [uuid]})
    assert Submission.objects.get().files.get().name == "big.pdf"


def test_a_second_click_hands_nothing_in_twice(signed_in, here, open_still, wg_member):
    uuid = sent_in_pieces(signed_in, open_still, wg_member.person)
    for _ in range(2):
        response = signed_in.post(here, {"text": "Work", "uploads": [uuid]})
        assert response.status_code == 302
    assert Submission.objects.get().version == 1


def test_files_are_kept_when_something_else_is_wrong(signed_in, here):
    response = signed_in.post(
        here, {"text": "Typed", "link": "no link", "files": [a_pdf()]}
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "Typed" in page
    assert "This is no address of a page" in page
    kept = Upload.objects.get()
    assert f'value="{kept.uuid}" checked' in page
    signed_in.post(here, {"text": "Typed", "uploads": [str(kept.uuid)]})
    assert Submission.objects.get().files.get().name == "case.pdf"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (a_pdf("case.exe"), "This kind of file is not taken"),
        (a_pdf("case.exe.pdf"), "hides what it is"),
        (a_pdf("case.pdf", b"MZ"), "is not what its name says"),
        (a_pdf("case.pdf", b""), "empty"),
    ],
)
def test_a_wrong_file_is_said_at_the_files_and_the_text_stays(
    file, says, signed_in, here
):
    response = signed_in.post(here, {"text": "Typed", "files": [file]})
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert "Typed" in page
    assert not Submission.objects.exists()


def test_an_upload_of_somebody_else_is_not_handed_in(
    signed_in, here, open_still, wg_member, togo_wg_member
):
    uuid = sent_in_pieces(signed_in, open_still, wg_member.person)
    signed_in.force_login(togo_wg_member.account)
    response = signed_in.post(here, {"text": "Mine", "uploads": [uuid, "nonsense"]})
    assert response.status_code == 422
    assert not Submission.objects.exists()


def test_a_replaced_person_reads_why_and_keeps_what_was_typed(signed_in, here):
    Holding.objects.update(until=date(2024, 1, 1), ended="replaced")
    response = signed_in.post(here, {"text": "My late work", "files": [a_pdf()]})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Nothing is lost" in page
    assert "My late work" in page
    assert uploads.of(Upload.objects.get().owner).count() == 1


def test_after_the_last_day_it_is_said_and_nothing_is_lost(signed_in, here):
    Assignment.objects.update(due_on=date(2024, 3, 10))
    assert "Nothing is taken any more" in signed_in.get(here).content.decode()
    response = signed_in.post(here, {"text": "My late work"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "2024-03-10 (Africa/Nairobi)" in page
    assert "My late work" in page


def test_the_author_reads_remarks_and_scores_once_it_is_settled(
    signed_in, here, hands_in, reviews, wg_member, assessor
):
    row = hands_in(wg_member)
    assert "Say more, please." not in signed_in.get(here).content.decode()
    reviews(assessor, row, "repeat", "Say more, please.")
    page = signed_in.get(here).content.decode()
    assert "Say more, please." in page
    assert "Accuracy 4/5" in page
    assert "First Assessor" not in page


def test_a_file_is_sent_as_a_download_to_whoever_may_read_it(
    client, hands_in, wg_member, assessor, togo_wg_member, kenya_coordinator
):
    row = hands_in(wg_member, files=[a_file()])
    url = f"/work/{row.files.get().uuid}/"
    answers = {}
    for who in (wg_member, assessor, togo_wg_member, kenya_coordinator):
        client.force_login(who.account)
        answers[who.person.name] = client.get(url)
    assert [answer.status_code for answer in answers.values()] == [200, 200, 404, 404]
    answer = answers["Kenya Candidate"]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="case.pdf"'
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 case"


def test_an_assignment_of_others_is_not_found(client, here, kenya_trainer):
    client.force_login(kenya_trainer.account)
    assert client.get(here).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_my_assignments_cost_few_queries(
    count, signed_in, open_still, system, django_assert_max_num_queries
):
    for number in range(1, count):
        Assignment.objects.create(
            cohort=open_still.cohort,
            code=f"X{number}",
            due_on=FAR,
            state="open",
            created_at=open_still.created_at,
            created_by=system,
        )
    with django_assert_max_num_queries(12):
        page = signed_in.get("/en/field/assignments/")
    assert len(page.context["waiting"]) == count

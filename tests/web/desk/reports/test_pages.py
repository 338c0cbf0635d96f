"""The page of the report: drafts, the team's own file, clearance, the final one."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from mwalimu.programmes.models import SessionReport
from mwalimu.reference.models import Partner
from tests.programmes.reports.conftest import word
from tests.web.desk.sessions.conftest import here, organiser, session, signed_in

__all__ = ["here", "organiser", "session", "signed_in"]


@pytest.fixture
def report(here, wg_member):
    """The address of the report."""
    Partner.objects.get_or_create(code="JICA", names={"en": "JICA"})
    return f"{here}/report/"


@pytest.fixture
def drafted(signed_in, report):
    """A draft in English."""
    signed_in.post(f"{report}draft/", {"language": "en"})
    return SessionReport.objects.get()


def send(client, report, row, *parties):
    return client.post(
        f"{report}{row.uuid}/send/",
        {"parties": parties, "sent_on": row.created_at.date().isoformat()},
    )


def test_the_page_says_what_would_be_in_it(signed_in, here, report):
    assert f'href="{report}"' in signed_in.get(f"{here}/").content.decode()
    page = signed_in.get(report).content.decode()
    assert "no attendance is recorded" in page
    assert "There is no version yet" in page


def test_a_draft_is_made_and_downloaded(signed_in, report, drafted):
    page = signed_in.get(report).content.decode()
    assert drafted.sha256 in page
    answer = signed_in.get(f"{report}{drafted.uuid}/file/")
    content = b"".join(answer.streaming_content)
    lines = [p.text for p in Document(io.BytesIO(content)).paragraphs]
    assert lines[0] == "Report of the session"
    name = answer.headers["Content-Disposition"]
    assert "report-2024-03-04-en-1.docx" in name


def test_a_wrong_language_is_refused(signed_in, report):
    answer = signed_in.post(f"{report}draft/", {"language": "xx"})
    assert answer.status_code == 422
    assert not SessionReport.objects.exists()


def test_the_teams_own_file_is_the_next_version(signed_in, report, drafted):
    file = SimpleUploadedFile("edited.docx", word("Edited").read())
    sent = {"file": file, "language": "en"}
    assert signed_in.post(f"{report}upload/", sent).status_code == 302
    assert SessionReport.objects.order_by("number").last().number == 2
    page = signed_in.get(report).content.decode()
    assert "A newer version takes its place." in page
    wrong = SimpleUploadedFile("edited.pdf", b"%PDF-1.7")
    refused = signed_in.post(f"{report}upload/", {"file": wrong, "language": "en"})
    assert refused.status_code == 422


def test_from_sending_to_final(signed_in, report, drafted):
    assert (
        send(signed_in, report, drafted, "host:KE", "partner:JICA").status_code == 302
    )
    for row in drafted.clearances.all():
        said = {
            "answer": "cleared",
            "answered_on": drafted.created_at.date().isoformat(),
            "remarks": "Fine with us",
        }
        signed_in.post(f"{report}answers/{row.uuid}/", said)
    assert "Fine with us" in signed_in.get(report).content.decode()
    signed_in.post(f"{report}{drafted.uuid}/final/")
    drafted.refresh_from_db()
    assert drafted.state == "final"
    assert "Final on" in signed_in.get(report).content.decode()


def test_nobody_to_clear_it_keeps_the_form(signed_in, report, drafted):
    answer = send(signed_in, report, drafted)
    assert answer.status_code == 422
    drafted.refresh_from_db()
    assert drafted.state == "draft"


def test_partners_are_not_offered_a_version_with_names(signed_in, report):
    signed_in.post(f"{report}draft/", {"language": "en", "with_names": "on"})
    row = SessionReport.objects.get()
    page = signed_in.get(f"{report}{row.uuid}/send/").content.decode()
    assert "host:KE" in page
    assert "partner:JICA" not in page
    assert send(signed_in, report, row, "partner:JICA").status_code == 422


def test_a_draft_is_thrown_away(signed_in, report, drafted):
    signed_in.post(f"{report}{drafted.uuid}/drop/")
    assert not SessionReport.objects.exists()


def test_the_host_sees_what_was_sent_and_answers(
    client, report, drafted, organiser, team
):
    client.force_login(organiser.account)
    page = client.get(report).content.decode()
    assert "No version was sent to you yet" in page
    assert client.get(f"{report}{drafted.uuid}/file/").status_code == 404
    client.force_login(team.account)
    send(client, report, drafted, "host:KE", "partner:JICA")
    client.force_login(organiser.account)
    page = client.get(report).content.decode()
    assert "Put the answer on record" in page
    assert "What is in it" not in page
    assert client.get(f"{report}{drafted.uuid}/file/").status_code == 200
    host, partner = drafted.clearances.all()
    said = {"answer": "cleared", "answered_on": drafted.created_at.date().isoformat()}
    assert client.post(f"{report}answers/{host.uuid}/", said).status_code == 302
    assert client.post(f"{report}answers/{partner.uuid}/", said).status_code == 404


@pytest.mark.parametrize("more", [1, 3])
def test_the_page_takes_few_queries_whatever_the_versions(
    signed_in, report, more, django_assert_max_num_queries
):
    for _ in range(more):
        signed_in.post(f"{report}draft/", {"language": "en"})
    row = SessionReport.objects.order_by("-number").first()
    send(signed_in, report, row, "host:KE", "partner:JICA")
    with django_assert_max_num_queries(12):
        signed_in.get(report)

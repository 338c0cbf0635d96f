"""The pages of the outputs: adding, following up, exporting, for each reader."""

import io
from datetime import date

import pytest
from docx import Document

from mwalimu.programmes.models import SessionIssue, TrainingNeed, WorkItem
from mwalimu.programmes.operations.outputs import Task, add_issues, add_task
from tests.cast import AT


def test_issues_are_added_line_by_line_and_shown_by_member(signed_in, outputs):
    sent = {"member": "KE", "text": "Few trainers\nOld tariff", "shared": "on"}
    assert signed_in.post(f"{outputs}issues/new/", sent).status_code == 302
    page = signed_in.get(outputs).content.decode()
    assert page.index("Few trainers") < page.index("Old tariff")
    row = SessionIssue.objects.first()
    here = f"{outputs}issues/{row.uuid}/"
    assert "checked" in signed_in.get(here).content.decode()
    signed_in.post(here, {"text": "Too few trainers"})
    row.refresh_from_db()
    assert (row.text, row.shared) == ("Too few trainers", False)
    signed_in.post(here, {"remove": "1"})
    assert SessionIssue.objects.count() == 1


def test_a_refused_form_keeps_what_was_typed(signed_in, outputs):
    answer = signed_in.post(
        f"{outputs}issues/new/", {"member": "KE", "text": "x" * 501}
    )
    assert answer.status_code == 422
    assert "x" * 501 in answer.content.decode()


def test_a_wg_member_adds_issues_of_their_own_administration(
    client, outputs, here, wg_member, togo
):
    client.force_login(wg_member.account)
    field = f"/en/field/sessions/{here.rpartition('/')[2]}/"
    assert outputs in client.get(field).content.decode()
    page = client.get(f"{outputs}issues/new/").content.decode()
    assert "Kenya" in page
    assert 'value="TG"' not in page
    answer = client.post(f"{outputs}issues/new/", {"member": "TG", "text": "Not mine"})
    assert answer.status_code == 422
    client.post(f"{outputs}issues/new/", {"member": "KE", "text": "Mine"})
    assert SessionIssue.objects.get().member.code == "KE"
    assert client.get(f"{outputs}tasks/new/").status_code == 403


def test_needs_are_added_and_edited(signed_in, outputs):
    sent = {"text": "Rulings\nSamples", "topic": "HS", "members": ["KE", "TG"]}
    signed_in.post(f"{outputs}needs/new/", sent)
    row = TrainingNeed.objects.first()
    assert (row.topic.code, row.members.count()) == ("HS", 2)
    here = f"{outputs}needs/{row.uuid}/"
    signed_in.post(here, {"text": "Binding rulings", "members": ["KE"]})
    row.refresh_from_db()
    assert (row.text, row.topic, row.members.count()) == ("Binding rulings", None, 1)
    signed_in.post(here, {"remove": "1"})
    assert TrainingNeed.objects.count() == 1


def test_one_task_after_another_is_added(signed_in, outputs, wg_member):
    sent = {
        "text": "Draft",
        "person": str(wg_member.person.uuid),
        "due_on": "2024-06-03",
        "another": "1",
    }
    answer = signed_in.post(f"{outputs}tasks/new/", sent)
    assert answer.headers["Location"] == f"{outputs}tasks/new/"
    row = WorkItem.objects.get()
    assert (row.member.code, row.due_on) == ("KE", date(2024, 6, 3))
    refused = signed_in.post(f"{outputs}tasks/new/", {**sent, "member": "TG"})
    assert refused.status_code == 422
    assert "comes for another Member" in refused.content.decode()


def test_a_task_keeps_its_owner_who_comes_no_longer(signed_in, outputs, task, kenya):
    holding = task.person.pk
    task.session.cohorts.clear()
    here = f"{outputs}tasks/{task.uuid}/edit/"
    task.session.members.add(kenya)
    sent = {"text": "Draft five", "member": "KE", "person": str(task.person.uuid)}
    assert signed_in.post(here, sent).status_code == 302
    task.refresh_from_db()
    assert (task.text, task.person_id) == ("Draft five", holding)


def test_its_owner_says_how_far_a_task_is(client, outputs, task, wg_member):
    client.force_login(wg_member.account)
    here = f"{outputs}tasks/{task.uuid}/"
    sent = {"state": "under_way", "day": "2024-03-10", "text": "Two drafts"}
    assert client.post(here, sent).status_code == 302
    page = client.get(here).content.decode()
    assert "Two drafts" in page
    refused = client.post(here, {**sent, "day": "2090-01-01", "text": "Kept"})
    assert refused.status_code == 422
    assert "Kept" in refused.content.decode()


def test_another_member_reads_the_task_without_the_name_and_writes_nothing(
    client, outputs, task, togo_wg_member
):
    client.force_login(togo_wg_member.account)
    here = f"{outputs}tasks/{task.uuid}/"
    pages = "".join(client.get(each).content.decode() for each in (outputs, here))
    assert "Draft case studies" in pages
    assert "Kenya Candidate" not in pages
    assert client.post(here, {"state": "done"}).status_code == 404
    file = client.get(f"{outputs}work-plan.csv").content.decode("utf-8-sig")
    assert "Kenya Candidate" not in file
    assert "Draft case studies,Kenya,,2024-06-03,not begun,yes" in file


def words_of(answer):
    document = Document(io.BytesIO(answer.content))
    cells = [
        cell.text for table in document.tables for row in table.rows
        for cell in row.cells
    ]  # fmt: skip
    return [paragraph.text for paragraph in document.paragraphs], cells


@pytest.fixture
def issues(session, kenya, togo, team):
    for member in (kenya, togo):
        text = f"Of {member.code} alone"
        add_issues(session, member=member, text=text, by=team.actor, at=AT)


def test_the_word_file_has_what_its_reader_may_read(
    client, outputs, task, issues, team, togo_wg_member
):
    client.force_login(team.account)
    paragraphs, cells = words_of(client.get(f"{outputs}outputs.docx"))
    assert "Nothing is recorded." in paragraphs  # of training needs
    assert "Kenya Candidate, Kenya" in cells
    assert {"Of KE alone", "Of TG alone"} <= set(cells)
    client.force_login(togo_wg_member.account)
    _, cells = words_of(client.get(f"{outputs}outputs.docx"))
    assert "Of TG alone" in cells
    assert not any("Kenya Candidate" in cell or "Of KE" in cell for cell in cells)


def test_the_word_file_speaks_french_and_says_that_data_are_synthetic(
    signed_in, outputs, task, wg_member
):
    wg_member.person.synthetic = True
    wg_member.person.save()
    answer = signed_in.get(f"{outputs}outputs.docx".replace("/en/", "/fr/"))
    paragraphs, cells = words_of(answer)
    assert "SPÉCIMEN" in " ".join(paragraphs)
    assert "Plan de travail collectif" in paragraphs
    assert "3 juin 2024" in cells


def test_the_cohort_has_a_page_of_its_work_plan(
    client, session, task, cohort, togo, team, kenya_coordinator
):
    add_task(session, Task(text="=Train", member=togo), by=team.actor, at=AT)
    client.force_login(kenya_coordinator.account)
    here = f"/en/desk/cohorts/{cohort.code}/work-plan"
    assert (
        f'href="{here}/"'
        in client.get(f"/en/desk/cohorts/{cohort.code}/").content.decode()
    )
    page = client.get(f"{here}/").content.decode()
    assert "Draft case studies" in page
    assert "'=Train" in client.get(f"{here}.csv").content.decode()


@pytest.mark.parametrize("more", [1, 3])
def test_the_page_takes_few_queries_whatever_the_rows(
    client, session, outputs, kenya, team, kenya_coordinator, more,
    django_assert_max_num_queries,
):  # fmt: skip
    for number in range(more):
        add_task(session, Task(text=f"T{number}", member=kenya), by=team.actor, at=AT)
        text = f"I{number}"
        add_issues(session, member=kenya, text=text, by=team.actor, at=AT)
    client.force_login(kenya_coordinator.account)
    with django_assert_max_num_queries(12):
        client.get(outputs)

"""The project team keeps programmes: forms, errors at the field, nothing lost."""

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.models import (
    Activity,
    Cohort,
    Membership,
    Programme,
    Project,
    Session,
    SessionGroup,
)
from mwalimu.reference.models import Region

NEW = "/en/desk/programmes/new/"
HERE = "/en/desk/programmes/RUN"
SESSION = {"kind": "working_group", "mode": "online"}


@pytest.fixture
def signed_in(client, team):
    client.force_login(team.account)
    return client


@pytest.fixture
def running(kenya, uganda, topics):
    """A programme of Kenya and Uganda with one cohort and its plan."""
    project = Project.objects.create(code="JOINT", names={"en": "Joint Project"})
    made = Programme.objects.create(
        code="RUN", project=project, status="running", names={"en": "Runs"}
    )
    made.topics.add(topics["HS"])
    for member in (kenya, uganda):
        Membership.objects.create(programme=made, member=member)
    cohort = Cohort.objects.create(code="C-1", programme=made, names={"en": "First"})
    cohort.stages.create(position=1, kind="working_group", code="WG1")
    return made


def errors(response):
    """What is wrong, by field."""
    return {
        name: list(found) for name, found in response.context["form"].errors.items()
    }


def test_a_programme_begins_as_prepared(signed_in, running, topics):
    form = {
        "code": "EA-NEW",
        "name_en": "New one",
        "name_fr": "Nouveau",
        "project": "JOINT",
        "status": "prepared",
        "starts": "2026-05",
        "topics": ["HS", "CV"],
        "regions": [Region.objects.first().code],
    }
    response = signed_in.post(NEW, form)
    made = Programme.objects.get(code="EA-NEW")
    assert response.status_code == 302
    assert (made.names, str(made.starts)) == (
        {"en": "New one", "fr": "Nouveau"},
        "2026-05",
    )
    assert made.topics.count() == 2
    assert AuditLine.objects.filter(subject_uuid=made.uuid, verb="create").exists()


def test_wrong_entries_are_named_at_their_fields_and_kept(signed_in, running):
    form = {
        "code": "run",
        "project": "JOINT",
        "status": "running",
        "starts": "2026-05",
        "ends": "2026-04",
        "source": "typed",
    }
    response = signed_in.post(NEW, form)
    found = errors(response)
    assert found["code"] == ["The code run is taken: choose another."]
    assert found["name_en"] == ["Give a name in one language at least."]
    assert "before" in found["ends"][0]
    assert 'value="typed"' in response.content.decode()
    assert Programme.objects.count() == 1


@pytest.mark.parametrize("text", ["May 2026", "2026-13", "0026", "31/12/2026"])
def test_what_is_no_date_is_said_at_the_field(signed_in, running, text):
    response = signed_in.post(f"{HERE}/sessions/new/", {**SESSION, "starts": text})
    assert "write 2021-03-16, 2021-03 or 2021" in errors(response)["starts"][0]
    assert not Session.objects.exists()


def test_the_code_of_a_programme_stays(signed_in, running):
    form = {
        "code": "OTHER",
        "name_en": "Renamed",
        "project": "JOINT",
        "status": "running",
    }
    signed_in.post(f"{HERE}/edit/", form)
    running.refresh_from_db()
    assert (running.code, running.names) == ("RUN", {"en": "Renamed"})


def test_an_edit_keeps_summaries_in_languages_that_the_form_does_not_ask(
    signed_in, running
):
    Programme.objects.update(summaries={"en": "Old", "pt": "Antigo"})
    form = {"name_en": "Runs", "project": "JOINT", "status": "running"}
    signed_in.post(f"{HERE}/edit/", {**form, "summary_en": "New"})
    running.refresh_from_db()
    assert running.summaries == {"en": "New", "pt": "Antigo"}


def test_a_cohort_comes_with_its_plan(signed_in, running):
    form = {
        "code": "C-2",
        "name_en": "Second",
        "members": ["KE"],
        "plan": "WG1 IS1 WG2",
    }
    signed_in.post(f"{HERE}/cohorts/new/", form)
    cohort = Cohort.objects.get(code="C-2")
    assert [stage.code for stage in cohort.stages.all()] == ["WG1", "IS1", "WG2"]
    assert cohort.members.get().code == "KE"


def test_a_stage_that_took_place_is_not_dropped_from_the_plan(signed_in, running):
    stage = Cohort.objects.get().stages.get()
    session = Session.objects.create(programme=running, kind="working_group")
    session.stages.add(stage)
    response = signed_in.post(
        f"{HERE}/cohorts/C-1/edit/", {"name_en": "First", "plan": "WG2"}
    )
    assert errors(response) == {
        "plan": ["WG1 took place: it cannot be dropped from the plan."]
    }


def test_a_session_group_by_language(signed_in, running):
    form = {"code": "G-FR", "name_en": "French", "language": "fr", "members": ["UG"]}
    signed_in.post(f"{HERE}/groups/new/", form)
    group = SessionGroup.objects.get()
    assert (group.language, group.members.get().code) == ("fr", "UG")


def test_a_member_joins_and_leaves(signed_in, running, togo):
    signed_in.post(f"{HERE}/members/new/", {"member": "TG", "joined": "2022-08"})
    row = Membership.objects.get(member=togo)
    address = f"{HERE}/members/{row.pk}/edit/"
    wrong = signed_in.post(address, {"joined": "2022-08", "left": "2022-07"})
    assert "before" in errors(wrong)["left"][0]
    signed_in.post(address, {"joined": "2022-08", "left": "2023"})
    row.refresh_from_db()
    assert (str(row.joined), str(row.left)) == ("2022-08", "2023")


def test_a_member_that_takes_part_does_not_join_again(signed_in, running):
    response = signed_in.post(f"{HERE}/members/new/", {"member": "KE"})
    assert errors(response) == {"member": ["This Member takes part already."]}


def test_a_session_is_recorded_as_far_as_it_is_known(signed_in, running):
    stage = Cohort.objects.get().stages.get()
    form = {
        **SESSION,
        "starts": "2024-09",
        "cohorts": ["C-1"],
        "stages": [stage.pk],
        "members": ["KE", "UG"],
        "topics": ["HS"],
    }
    response = signed_in.post(f"{HERE}/sessions/new/", form)
    session = Session.objects.get()
    assert response.headers["Location"] == "/en/programmes/RUN/"
    assert (str(session.starts), session.ends, session.participants) == (
        "2024-09",
        None,
        None,
    )
    assert (session.stages.get(), session.members.count()) == (stage, 2)


@pytest.mark.parametrize("count", ["-1", "10001", "many"])
def test_an_absurd_number_of_people_is_refused_at_its_field(signed_in, running, count):
    response = signed_in.post(
        f"{HERE}/sessions/new/", {**SESSION, "participants": count}
    )
    assert list(errors(response)) == ["participants"]


def test_a_session_opens_with_what_is_recorded_and_keeps_its_source(signed_in, running):
    session = Session.objects.create(
        programme=running,
        kind="working_group",
        source_key="E1",
        source_stage="WG1",
        city="Moshi",
    )
    address = f"/en/desk/sessions/{session.uuid}/edit/"
    assert 'value="Moshi"' in signed_in.get(address).content.decode()
    signed_in.post(address, {**SESSION, "city": "Nairobi", "host": "KE"})
    session.refresh_from_db()
    assert (session.city, session.host.code) == ("Nairobi", "KE")
    assert (session.source_key, session.source_stage) == ("E1", "WG1")


def test_an_activity_of_the_project_is_edited_without_a_programme(signed_in, running):
    activity = Activity.objects.create(project=running.project, kind="steering")
    address = f"/en/desk/activities/{activity.uuid}/edit/"
    signed_in.post(address, {"kind": "steering", "mode": "online", "topics": ["HS"]})
    activity.refresh_from_db()
    assert (activity.mode, activity.topics.get().code) == ("online", "HS")
    assert activity.programme is None


@pytest.mark.parametrize(
    "address",
    [
        "NOPE/edit/",
        "RUN/cohorts/NOPE/edit/",
        "RUN/groups/X/edit/",
        "RUN/members/9/edit/",
    ],
)
def test_what_is_not_there_is_not_found(signed_in, running, address):
    assert signed_in.get(f"/en/desk/programmes/{address}").status_code == 404


@pytest.mark.parametrize("more", [0, 3])
def test_forms_take_few_queries_whatever_the_rows(
    signed_in, running, kenya, more, django_assert_max_num_queries
):
    session = Session.objects.create(programme=running, kind="working_group")
    for number in range(more):
        Session.objects.create(programme=running, kind="working_group", host=kenya)
        Cohort.objects.create(code=f"M-{number}", programme=running)
    row = Membership.objects.first()
    for address in (
        NEW,
        f"{HERE}/edit/",
        f"{HERE}/cohorts/C-1/edit/",
        f"{HERE}/groups/new/",
        f"{HERE}/members/new/",
        f"{HERE}/members/{row.pk}/edit/",
        f"{HERE}/sessions/new/",
        f"/en/desk/sessions/{session.uuid}/edit/",
        f"{HERE}/activities/new/",
    ):
        with django_assert_max_num_queries(12):
            assert signed_in.get(address).status_code == 200

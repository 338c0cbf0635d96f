"""The team leads people through the pages: many at once, and what is refused stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mwalimu.qualification.models import (
    Accreditation,
    AccreditationEvent,
    EvidenceFile,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
    MissionAssessment,
)
from mwalimu.shared.clock import today
from tests.cast import cast, make_person
from tests.web.board.test_board import plain, text

DESK = "/en/desk/accreditation/"


def sent(client, somebody, address, data):
    client.force_login(somebody.account)
    return client.post(address, data)


def phases():
    return list(Accreditation.objects.order_by("pk").values_list("phase", flat=True))


def pdf(name="scan.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 scan", "application/pdf")


@pytest.fixture
def trainers(system, kenya, togo, awarded):
    """Two Master Trainers of valuation and one of classification."""
    found = {}
    for name, member, topic in (
        ("Amina Value", kenya, "CV"),
        ("Kofi Value", togo, "CV"),
        ("Hana Class", kenya, "HS"),
    ):
        found[name] = cast(name, system, member)
        awarded(found[name].person, member, topic)
    return found


def test_master_trainers_of_the_field_are_proposed_at_once(
    client, trainers, team, trainer_type, valuation
):
    address = f"{DESK}propose/?type=ET&field=CV"
    page = text(client, team, address)
    assert "2 Master Trainers" in page
    assert "Hana Class" not in page
    keys = [trainers[name].person.uuid for name in ("Amina Value", "Kofi Value")]
    answer = sent(client, team, address, {"pick": keys, "reason": "Good teachers"})
    assert answer.status_code == 302
    assert phases() == ["screening", "screening"]
    assert "No Master Trainer can be proposed" in text(client, team, address)


def test_nobody_ticked_is_refused_and_the_words_stay(
    client, trainers, team, trainer_type, valuation
):
    address = f"{DESK}propose/?type=ET&field=CV"
    answer = sent(client, team, address, {"reason": "Good teachers"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tick at least one person." in page
    assert "Good teachers" in page


def test_the_team_screens_many_at_once(client, leader, system, kenya, team):
    rows = [
        leader.propose(make_person(f"P {n}", system, kenya), kenya) for n in range(3)
    ]
    data = {"selected": "yes", "day": str(today()), "reason": ""}
    data["pick"] = [row.uuid for row in rows[:2]]
    assert sent(client, team, f"{DESK}screening/", data).status_code == 302
    assert phases() == ["workshop", "workshop", "screening"]
    data = {"selected": "no", "day": str(today()), "pick": [rows[2].uuid]}
    answer = sent(client, team, f"{DESK}screening/", data)
    assert answer.status_code == 422
    assert (
        f'value="{rows[2].uuid}" id="p-{rows[2].pk}" checked' in answer.content.decode()
    )


def test_a_workshop_with_places_and_results_in_one_step(
    client, leader, system, kenya, team
):
    rows = [
        leader.propose(make_person(f"P {n}", system, kenya), kenya) for n in range(4)
    ]
    leader.select(*rows)
    said = ["passed", "repeat", "failed", ""]
    data = {
        f"result-{row.uuid}": result for row, result in zip(rows, said, strict=True)
    }
    data |= {"title": "Brussels", "starts_on": "2022-04-04", "ends_on": "2022-04-08"}
    data |= {"papers": [pdf("list.pdf"), pdf("minutes.pdf")]}
    answer = sent(client, team, f"{DESK}workshops/new/", data)
    assert answer.status_code == 302
    assert phases() == ["mission", "workshop", "workshop", "workshop"]
    assert EvidenceFile.objects.count() == 6
    page = text(client, team, answer.headers["Location"])
    assert "P 0 , Kenya Expert Trainer, Customs valuation workshop passed" in page


def test_what_was_chosen_stays_when_a_workshop_is_refused(
    client, leader, grace, kenya, team
):
    row = leader.propose(grace, kenya)
    leader.select(row)
    data = {f"result-{row.uuid}": "passed", "title": "Brussels"}
    data |= {"starts_on": "2022-04-08", "ends_on": "2022-04-04"}
    answer = sent(client, team, f"{DESK}workshops/new/", data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The last day is before the first day." in page
    assert '<option value="passed" selected>' in page
    assert not ExpertWorkshop.objects.exists()


def test_results_come_later_on_the_page_of_the_workshop(
    client, leader, grace, ama, kenya, togo, team
):
    first, second = leader.propose(grace, kenya), leader.propose(ama, togo)
    leader.select(first, second)
    workshop = leader.workshop(first, result="")
    address = f"{DESK}workshops/{workshop.uuid}/"
    assert "Registered 1" in text(client, team, address)
    data = {f"result-{first.uuid}": "passed", f"result-{second.uuid}": "repeat"}
    assert sent(client, team, address, data).status_code == 302
    assert phases() == ["mission", "workshop"]


def test_a_refresher_is_entered_for_several(
    client, leader, grace, ama, kenya, togo, team
):
    rows = [leader.accredited(grace, kenya), leader.pre_accredited(ama, togo)]
    data = {f"result-{row.uuid}": "came" for row in rows}
    day = str(today())
    data |= {"title": "Online", "starts_on": day, "ends_on": day}
    address = f"{DESK}workshops/new/?kind=refresher"
    assert sent(client, team, address, data).status_code == 302
    assert AccreditationEvent.objects.filter(kind="refreshed").count() == 2


def test_from_a_mission_to_the_accreditation(
    client, leader, grace, kenya, team, assessor, kenya_assessor
):
    row = leader.pre_accredited(grace, kenya)
    here = f"{DESK}{row.uuid}/"
    form = text(client, team, f"{here}mission/")
    assert "First Assessor" in form
    assert "Kenya Assessor" not in form
    data = {"host": "UG", "starts_on": "2023-05-01", "ends_on": "2023-05-05"}
    data |= {"assessors": [assessor.person.uuid]}
    assert sent(client, team, f"{here}mission/", data).status_code == 302
    mission = row.missions.get()
    assert "Grace Wanjiru" in text(client, assessor, "/en/field/scoring/")
    data = {"result": "passed", "remarks": "Sure of the matter"}
    answer = sent(client, assessor, f"/en/field/missions/{mission.uuid}/", data)
    assert answer.status_code == 302
    assert "Sure of the matter" in text(
        client, assessor, f"/en/field/missions/{mission.uuid}/"
    )
    data = {"result": "passed", "day": str(today())}
    assert "Sure of the matter" in text(client, team, f"{here}mission/conclude/")
    assert sent(client, team, f"{here}mission/conclude/", data).status_code == 302
    assert phases() == ["accredited"]


def test_an_assessor_of_the_own_administration_cannot_be_smuggled_in(
    client, leader, grace, kenya, team, kenya_assessor
):
    row = leader.pre_accredited(grace, kenya)
    data = {"host": "UG", "starts_on": "2023-05-01", "ends_on": "2023-05-05"}
    data |= {"assessors": [kenya_assessor.person.uuid]}
    answer = sent(client, team, f"{DESK}{row.uuid}/mission/", data)
    assert answer.status_code == 422
    assert not row.missions.exists()


def test_the_team_enters_an_assessment_with_the_scan(
    client, leader, grace, kenya, team, assessor
):
    row = leader.pre_accredited(grace, kenya)
    leader.plan(row)
    address = f"{DESK}{row.uuid}/mission/assess/"
    data = {"assessor": assessor.person.uuid, "day": str(today())}
    data |= {"result": "repeat", "remarks": "Too fast"}
    answer = sent(client, team, address, data)
    assert answer.status_code == 422
    assert "Send the signed scan" in answer.content.decode()
    assert "Too fast" in answer.content.decode()
    assert sent(client, team, address, data | {"papers": pdf()}).status_code == 302
    assert MissionAssessment.objects.get().result == "repeat"


@pytest.mark.parametrize("verb", ["suspend", "withdraw", "end"])
def test_terms_change_on_their_forms(client, leader, grace, kenya, team, verb):
    row = leader.accredited(grace, kenya)
    address = f"{DESK}{row.uuid}/{verb}/"
    early = {"day": "2020-01-01", "reason": "Because"}
    answer = sent(client, team, address, early)
    assert answer.status_code == 422
    assert "2024-03-01" in answer.content.decode()
    assert sent(client, team, address, early | {"day": str(today())}).status_code == 302
    row.refresh_from_db()
    assert not row.holds


def test_a_stale_page_takes_back_no_other_step(client, leader, grace, kenya, team):
    row = leader.pre_accredited(grace, kenya)
    address = f"{DESK}{row.uuid}/take-back/"
    answer = sent(client, team, f"{address}?step=2", {"reason": "Oops"})
    assert "it is another one by now" in answer.content.decode()
    assert (
        sent(client, team, f"{address}?step=4", {"reason": "Oops"}).status_code == 302
    )
    assert phases() == ["workshop"]


def test_nobody_leads_themselves(client, leader, team, kenya, system):
    Accreditation.objects.bulk_create([])
    other = cast("Other Team", system, None, "project_team")
    from mwalimu.qualification.operations.accreditation import Candidate, propose
    from tests.qualification.experts import EARLY

    row = propose(
        [Candidate(team.person, kenya)], leader.expertise, by=other.actor, at=EARLY
    )[0]
    client.force_login(team.account)
    assert client.get(f"{DESK}{row.uuid}/withdraw/").status_code == 403
    assert "Nobody decides on themselves." in text(client, team, f"{DESK}screening/")


def test_types_and_fields_are_kept_on_pages(client, team, topics, trainer_type):
    data = {"code": "new", "name_en": "New", "certainty": "T", "position": "9"}
    data |= {"per_field": "on", "refresher_months": "24", "offered": "on"}
    assert sent(client, team, f"{DESK}types/new/", data).status_code == 302
    assert ExpertType.objects.get(code="NEW").refresher_months == 24
    data = {"name_en": "Trainer", "certainty": "A", "position": "1"}
    answer = sent(client, team, f"{DESK}types/ET/", data)
    assert answer.status_code == 422
    assert "Say which source states it." in answer.content.decode()
    data = {"code": "GEO", "name_en": "Geospatial", "certainty": "T", "position": "9"}
    data |= {"topics": ["HS"], "offered": "on"}
    assert sent(client, team, f"{DESK}fields/new/", data).status_code == 302
    assert ExpertField.objects.get(code="GEO").topics.get().code == "HS"


def test_an_older_accreditation_is_taken_over_on_a_form(
    client, trainers, team, trainer_type, valuation
):
    person = trainers["Hana Class"].person
    address = f"/en/desk/people/{person.uuid}/accreditation/take-over/"
    data = {"type": "ET", "field": "CV", "member": "KE", "phase": "accredited"}
    data |= {"since": "2016-11-18"}
    answer = sent(client, team, address, data)
    assert answer.status_code == 422
    assert "Send the document that shows it." in answer.content.decode()
    assert sent(client, team, address, data | {"papers": pdf()}).status_code == 302
    assert phases() == ["accredited"]


def test_a_hidden_second_ending_is_refused(
    client, trainers, team, trainer_type, valuation
):
    person = trainers["Hana Class"].person
    address = f"/en/desk/people/{person.uuid}/accreditation/take-over/"
    data = {"type": "ET", "field": "CV", "member": "KE", "phase": "accredited"}
    data |= {"since": "2016-11-18", "papers": pdf("a.exe.pdf")}
    answer = sent(client, team, address, data)
    assert answer.status_code == 422
    assert "hides what it is" in plain(answer.content.decode())

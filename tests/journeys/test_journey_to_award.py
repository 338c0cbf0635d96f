"""From the call for names to an award and its suspension, through the real pages.

Fixtures set up what the path does not tell: the cohort with its plan, its sessions, the
standard that it follows. Everything else is done and read in a browser, by whoever
does it: the project team, a coordinator, a host, an officer, two assessors.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mwalimu.programmes.models import Session, Stage
from mwalimu.programmes.operations import (
    SeatPlan,
    SessionFacts,
    StageFacts,
    create_session,
    plan_seats,
    plan_stages,
)
from mwalimu.programmes.operations.sessions import plan_days
from mwalimu.qualification.models import RequirementLine
from mwalimu.shared.clock import now
from mwalimu.shared.dates import PartialDate, Precision
from tests.cast import Somebody, cast
from tests.journeys.test_everybody_can_read import too_wide

pytestmark = pytest.mark.browser
WANTED = "Five years in classification, in English"
PDF = {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}


@dataclass(frozen=True)
class Desks:
    """The open windows: one of each of those who have a part in the journey."""

    team: Page
    coordinator: Page
    host: Page
    amina: Page
    first: Page
    second: Page


@pytest.fixture
def amina(system, kenya):
    """An officer of Kenya, who is in no cohort yet."""
    return cast("Amina Otieno", system, kenya)


@pytest.fixture
def plan(cohort, kenya, topics, followed, system):
    """WG1, intersessional work and WG2; a seat of Kenya; one edition asks for it all."""
    at = now()
    stages = [StageFacts(code) for code in ("WG1", "IS1", "WG2")]
    plan_stages(cohort, stages=stages, by=system, at=at)
    seats = [SeatPlan(kenya, topics["HS"], 1)]
    plan_seats(cohort, plan=seats, by=system, at=at)
    RequirementLine.objects.create(
        edition=followed.edition,
        position=3,
        code="IS1",
        names={"en": "Case study"},
        kind="assignment",
        amount=Decimal(1),
        subjects=["IS1"],
        assumed=True,
    )
    return cohort


def held(plan: Any, code: str, days: int, host: Any, by: Any) -> Session:
    """A working group of that many days, of which today is the last."""
    last = now().date()
    first = last - timedelta(days=days - 1)
    facts = SessionFacts(
        kind="working_group",
        programme=plan.programme,
        cohorts=(plan,),
        stages=(Stage.objects.get(cohort=plan, code=code),),
        host=host,
        city="Nairobi",
        starts=PartialDate(first, Precision.DAY),
        ends=PartialDate(last, Precision.DAY),
    )
    session = create_session(facts=facts, by=by, at=now())
    meets = [first + timedelta(days=number) for number in range(days)]
    plan_days(session, days=meets, by=by, at=now())
    return session


@pytest.fixture
def working_group(plan, kenya, system):
    """WG1: yesterday and today, in Nairobi."""
    return held(plan, "WG1", 2, kenya, system)


@pytest.fixture
def last_session(plan, kenya, system):
    """WG2, on which candidates teach: today."""
    return held(plan, "WG2", 1, kenya, system)


@pytest.fixture
def desks(
    new_page: Callable[..., Page],
    sign_in: Callable[[Page, Somebody], None],
    team: Somebody,
    kenya_coordinator: Somebody,
    kenya_organiser: Somebody,
    amina: Somebody,
    assessor: Somebody,
    second_assessor: Somebody,
) -> Desks:
    """Everybody is signed in; who takes attendance or scores, on a phone."""

    def window(somebody: Somebody, *, narrow: bool = False) -> Page:
        page = new_page(narrow=narrow)
        sign_in(page, somebody)
        return page

    return Desks(
        window(team),
        window(kenya_coordinator),
        window(kenya_organiser, narrow=True),
        window(amina),
        window(assessor, narrow=True),
        window(second_assessor, narrow=True),
    )


def test_from_the_call_to_the_award_and_its_suspension(
    desks, plan, working_group, last_session
):
    a_call_goes_out(desks.team)
    the_coordinator_nominates(desks.coordinator)
    the_name_takes_the_seat(desks.team)
    attendance_is_taken_on_a_phone(desks.host, working_group)
    work_is_set(desks.team)
    work_is_handed_in(desks.amina, "My first draft.")
    work_is_reviewed(desks.first, "repeat", "Name the heading.")
    work_is_handed_in_again(desks.amina)
    work_is_reviewed(desks.first, "accept", "Well argued.")
    slots_are_planned(desks.team, last_session)
    two_score_without_seeing_each_other(desks.first, desks.second)
    the_panel_agrees(desks.team, last_session)
    the_minutes_are_signed(desks.first)
    the_minutes_are_signed(desks.second)
    the_path_is_complete(desks.amina)
    the_team_decides(desks.team)
    the_search_says(desks.team, "no recent training")
    the_award_is_suspended(desks.team)
    the_search_says(desks.team, "suspended")


def a_call_goes_out(team: Page) -> None:
    team.goto("/en/desk/cohorts/C-HS/calls/")
    team.get_by_role("link", name="Write a call").click()
    team.get_by_label("Who is wanted, in English").fill(WANTED)
    expect(team.get_by_label("Kenya")).to_have_value("1")  # the vacant seat
    team.get_by_role("button", name="Save").click()
    expect(team.get_by_text("This is a draft")).to_be_visible()
    team.get_by_role("button", name="Open the call").click()
    expect(team.get_by_text("The call is open")).to_be_visible()


def the_coordinator_nominates(coordinator: Page) -> None:
    coordinator.goto("/en/desk/nominations/")
    expect(coordinator.get_by_text(WANTED)).to_be_visible()
    coordinator.get_by_role("link", name="Nominate an officer").click()
    coordinator.get_by_label("Officer", exact=True).fill("Amina")
    coordinator.get_by_label("Why this officer").fill("Ten years in classification.")
    coordinator.get_by_role("button", name="Keep as a draft").click()
    coordinator.get_by_label("File").set_input_files(PDF)
    coordinator.get_by_role("button", name="Attach").click()
    expect(coordinator.get_by_role("link", name="cv.pdf")).to_be_visible()
    coordinator.get_by_role("button", name="Submit to the project team").click()
    expect(coordinator.get_by_text("The nomination is submitted")).to_be_visible()


def the_name_takes_the_seat(team: Page) -> None:
    team.reload()
    team.get_by_role("link", name="Amina Otieno", exact=True).click()
    team.get_by_role("link", name="Accept").click()
    since = now().date() - timedelta(days=30)
    team.get_by_label("Holds the seat from").fill(since.isoformat())
    team.get_by_role("button", name="Accept").click()
    expect(team.locator("main .badge")).to_have_text("accepted")
    team.goto("/en/desk/cohorts/C-HS/seats/")
    expect(team.get_by_role("main")).to_contain_text("Amina Otieno")


def attendance_is_taken_on_a_phone(host: Page, session: Session) -> None:
    host.goto(f"/en/desk/sessions/{session.uuid}/attendance/")
    for day in session.days.all():
        host.locator(f".chips a[href$='{day.day.isoformat()}']").click()
        host.locator(".roll-row", has_text="Amina Otieno").locator(".roll-tap").click()
        expect(host.locator("#roll-count")).to_contain_text("1 of 1 there")
    assert too_wide(host) <= 0


def work_is_set(team: Page) -> None:
    team.goto("/en/desk/cohorts/C-HS/assignments/")
    team.get_by_role("link", name="Set an assignment").click()
    team.get_by_label("Code").fill("IS1")
    team.get_by_label("Title in English").fill("A case of your own")
    due = now().date() + timedelta(days=30)
    team.get_by_label("Due on").fill(due.isoformat())
    team.get_by_role("button", name="Save").click()
    team.get_by_role("button", name="Open it to WG members").click()
    expect(team.get_by_role("main")).to_contain_text("Amina Otieno")


def work_is_handed_in(amina: Page, text: str) -> None:
    amina.goto("/en/field/assignments/")
    amina.get_by_role("link", name="A case of your own").click()
    amina.get_by_label("Text").fill(text)
    amina.get_by_role("button", name="Hand in").click()
    expect(amina.get_by_text("Handed in: version 1 is here.")).to_be_visible()


def work_is_reviewed(assessor: Page, decision: str, remarks: str) -> None:
    assessor.goto("/en/field/assignments/")
    assessor.get_by_role("link", name="A case of your own").first.click()
    for figure in assessor.get_by_role("spinbutton").all():
        figure.fill("4")
    assessor.get_by_label(f"{decision}:").check()
    assessor.get_by_label("Remarks").fill(remarks)
    assessor.get_by_role("button", name="Give the review").click()
    expect(assessor.get_by_text("Your review is stored. Thank you.")).to_be_visible()


def work_is_handed_in_again(amina: Page) -> None:
    amina.reload()
    expect(amina.get_by_role("heading", name="Hand it in again")).to_be_visible()
    expect(amina.get_by_text("Name the heading.")).to_be_visible()
    amina.get_by_label("Text").fill("Heading 84.71, by rule 1.")
    amina.get_by_role("button", name="Hand in").click()
    expect(amina.get_by_text("Handed in: version 2 is here.")).to_be_visible()


def slots_are_planned(team: Page, session: Session) -> None:
    team.goto(f"/en/desk/sessions/{session.uuid}/demo-slots/")
    team.get_by_role("link", name="Plan slots").click()
    team.get_by_label("From").fill("09:00")
    team.get_by_label("To", exact=True).fill("12:00")
    team.get_by_role("button", name="Plan slots").click()
    team.get_by_role("link", name="Name assessors for all").click()
    team.get_by_label("First Assessor").check()
    team.get_by_label("Second Assessor").check()
    team.get_by_role("button", name="Save").click()
    expect(team.get_by_role("main")).to_contain_text("Second Assessor is not in yet")


def two_score_without_seeing_each_other(first: Page, second: Page) -> None:
    a_score_is_given(first, skill=5)
    first.get_by_role("link", name="Amina Otieno").click()
    expect(first.get_by_text("1 of 2 assessors are in.")).to_be_visible()
    expect(first.get_by_role("row")).to_have_count(0)
    a_score_is_given(second, skill=3)
    first.reload()
    spread = first.get_by_role("row").filter(has_text="Training skill")
    expect(spread).to_contain_text("3 – 5")
    expect(spread).to_contain_text("differ")


def a_score_is_given(assessor: Page, skill: int) -> None:
    assessor.goto("/en/field/scoring/")
    assessor.get_by_role("link", name="Amina Otieno").click()
    assert too_wide(assessor) <= 0
    given = {"Training skill": skill, "Technical expertise": 4, "Content": 4}
    for name, score in given.items():
        scale = assessor.get_by_role("group", name=name)
        scale.get_by_role("radio", name=str(score)).check()
    assessor.get_by_role("button", name="Give the score").click()
    expect(assessor.get_by_text("Your score is stored. Thank you.")).to_be_visible()


def the_panel_agrees(team: Page, session: Session) -> None:
    team.goto(f"/en/desk/sessions/{session.uuid}/demo-slots/")
    expect(team.get_by_text("scores differ")).to_be_visible()
    team.get_by_role("button", name="Begin minutes").click()
    skill = team.get_by_label("Training skill of Amina Otieno")
    expect(skill).to_have_value("")  # they differ: nothing is proposed
    skill.select_option("4")
    for number, name in enumerate(["First Assessor", "Second Assessor"], 1):
        team.locator(f"[name=person_{number}]").select_option(label=name)
        team.locator(f"[name=organisation_{number}]").fill("WCO")
    team.get_by_role("button", name="Save the draft").click()
    team.get_by_role("button", name="Close for signing").click()
    expect(team.get_by_text("closed, being signed")).to_be_visible()


def the_minutes_are_signed(assessor: Page) -> None:
    assessor.goto("/en/field/scoring/")
    to_sign = assessor.get_by_role("region", name="Minutes for you to sign")
    to_sign.get_by_role("link").click()
    assessor.get_by_role("button", name="Sign", exact=True).click()
    expect(assessor.get_by_text("You have signed the minutes.")).to_be_visible()


def the_path_is_complete(amina: Page) -> None:
    amina.goto("/en/field/path/")
    expect(amina.get_by_role("main")).to_contain_text("3 of 3")


def the_team_decides(team: Page) -> None:
    team.goto("/en/desk/cohorts/C-HS/decisions/")
    supported = team.locator("section[aria-labelledby=yes]")
    supported.get_by_label("Amina Otieno").check()
    team.get_by_role("button", name="Decide").click()
    expect(team.get_by_text("1 person was decided on.")).to_be_visible()
    awarded = team.locator("section[aria-labelledby=held]")
    awarded.get_by_role("link", name="Amina Otieno", exact=True).click()
    expect(team.locator("main .badge").first).to_have_text("valid")


def the_search_says(team: Page, state: str) -> None:
    award = team.url
    team.goto("/en/desk/pool/?q=Otieno&topic=HS")
    found = team.get_by_role("row").filter(has_text="Amina Otieno")
    expect(found).to_contain_text(state, ignore_case=True)
    team.goto(award)


def the_award_is_suspended(team: Page) -> None:
    team.get_by_role("link", name="Suspend").click()
    team.get_by_label("Reason").fill("An enquiry is open.")
    team.get_by_role("button", name="Save").click()
    expect(team.locator("main .badge").first).to_contain_text("suspended")

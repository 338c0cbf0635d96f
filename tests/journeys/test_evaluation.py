"""From an answer on a phone to an extra activity: the loop is kept."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mwalimu.forms.importing import load_sets
from mwalimu.forms.models import Answer, SetEdition
from mwalimu.programmes.models import Activity, Session
from mwalimu.programmes.operations.evaluations import answer_evaluation, open_evaluation
from mwalimu.shared.clock import now
from tests.cast import cast, hold, seat_of

pytestmark = pytest.mark.browser


@pytest.fixture
def evaluation(cohort, kenya, system):
    """A working group of yesterday is evaluated with the shipped form."""
    yesterday = now().date() - timedelta(days=1)
    made = Session.objects.create(
        kind="working_group",
        programme=cohort.programme,
        title={"en": "Working group 3"},
        host=kenya,
        city="Nairobi",
        starts_on=yesterday,
        ends_on=yesterday,
    )
    made.cohorts.add(cohort)
    load_sets(by=system, at=now())
    return open_evaluation(
        made,
        edition=SetEdition.objects.get(),
        opens_on=yesterday,
        closes_on=yesterday + timedelta(days=14),
        by=system,
        at=now(),
    )


@pytest.fixture
def others(evaluation, cohort, kenya, system):
    """Four colleagues have answered."""
    required = [
        question
        for question in evaluation.round.edition.questions.all()
        if question.required
    ]
    for number in range(2, 6):
        somebody = cast(f"Kenya Colleague {number}", system, kenya)
        hold(seat_of(cohort, kenya, number), somebody.person, system)
        sent = {question.pk: [question.asked.choices[1]] for question in required}
        answer_evaluation(evaluation, sent=sent, by=somebody.actor, at=now())


def test_an_answer_becomes_a_decision_and_the_decision_an_activity(
    new_page, sign_in, evaluation, wg_member, others, team
):
    phone = new_page(narrow=True)
    sign_in(phone, wg_member)
    phone.goto("/en/field/")
    phone.get_by_role("link", name="Evaluate Working group 3").click()
    phone.get_by_role("button", name="Send my answers").click()
    expect(phone.get_by_role("alert")).to_contain_text("Please answer this question")
    for scale in phone.locator("fieldset.scale").all():
        scale.locator("label").nth(3).click()
    phone.get_by_label("too difficult").check()
    phone.get_by_label("too short").check()
    phone.get_by_label("exercises and cases").check()
    for question in ("Could you follow", "Do you need further support"):
        phone.get_by_role("group", name=question).get_by_label("yes").check()
    phone.get_by_label("If so: on which subject").fill("Rule 3 went too fast")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    phone.get_by_role("button", name="Send my answers").click()
    expect(phone.get_by_text("Your answers are in")).to_be_visible()
    assert Answer.objects.filter(text="Rule 3 went too fast").count() == 1

    desk = new_page()
    sign_in(desk, team)
    desk.goto(f"/en/desk/sessions/{evaluation.session.uuid}/")
    desk.get_by_role("link", name="Evaluation").click()
    expect(desk.get_by_text("5 of 5 participants")).to_be_visible()
    expect(desk.get_by_text("Rule 3 went too fast")).to_have_count(0)
    desk.get_by_role("button", name="Close now").click()
    expect(desk.get_by_text("Rule 3 went too fast")).to_be_visible()
    expect(desk.get_by_text("mean 2.4 of 5").first).to_be_visible()

    asked = desk.locator(".card", has_text="on which subject")
    asked.get_by_role("link", name="Decide on this").click()
    desk.get_by_label("What is decided").fill("Hold a webinar on rule 3")
    desk.get_by_label("Why").fill("The group asks for it")
    desk.get_by_label("By when").fill("2090-05-01")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("1 May 2090")).to_be_visible()

    desk.get_by_role("link", name="Plan an extra activity").click()
    desk.get_by_label("Kind").select_option("workshop")
    desk.get_by_label("Title in English").fill("Rule 3 again")
    desk.get_by_label("Mode").select_option("online")
    desk.get_by_role("button", name="Save").click()
    desk.get_by_role("link", name="Rule 3 again").click()
    expect(desk.get_by_text("It follows from a decision")).to_be_visible()
    desk.get_by_role("link", name="Hold a webinar on rule 3").click()
    expect(desk.locator("li", has_text="Hold a webinar on rule 3")).to_be_visible()
    assert Activity.objects.get().title == {"en": "Rule 3 again"}


def test_everything_to_tap_is_large_enough(new_page, sign_in, evaluation, wg_member):
    page = new_page(narrow=True)
    sign_in(page, wg_member)
    page.goto(f"/en/field/sessions/{evaluation.session.uuid}/evaluation/")
    targets = page.locator("form.touch label:has(input), form.touch button")
    small = [
        target.inner_text()
        for target in targets.all()
        if target.bounding_box()["height"] < 44
    ]
    assert targets.count() > 40
    assert small == []

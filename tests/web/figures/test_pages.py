"""The figures pages: what each reader sees, and the way from a number to its rows."""

import re
from datetime import date

import pytest
from django.urls import reverse

from mwalimu.trainings.models import Training, TrainingMember

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_years(world):
    world.verified(
        day=date(2018, 5, 7),
        heads=[(20, "KE", "customs", "F"), (3, "UG", "private", "M")],
        title="Machines of chapter 84",
    )
    world.verified(
        day=date(2019, 5, 7),
        host="TG",
        topics=("CV",),
        heads=[(1200, "TG", "customs", "M")],
        title="Valuation in Lomé",
    )
    return world


def page(client, name="public:figures", query="", somebody=None):
    if somebody:
        client.force_login(somebody.account)
    return client.get(f"{reverse(name)}?{query}")


def text(response):
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", plain)


def links(response, name):
    return [
        url.replace("&amp;", "&")
        for url in re.findall(r'href="([^"]+)"', response.content.decode())
        if url.startswith(reverse(name) + "?")
    ]


def test_the_public_sees_a_figure_with_its_rule(client, two_years):
    seen = text(page(client))
    assert "Participations participations 1,223" in seen
    assert "2018 23" in seen
    assert "Somebody who took part in two trainings is counted twice." in seen


def test_the_public_sees_no_small_group_and_no_way_to_rows(client, two_years):
    answer = page(client, query="by=sex&host=KE")
    assert "women hidden" in text(answer)
    assert "men hidden" in text(answer)
    assert links(answer, "desk:figure_rows") == []


def test_the_team_sees_everything_and_opens_a_number(client, two_years, team):
    answer = page(client, "desk:figures", "by=sex&host=KE", team)
    assert "women 20" in text(answer)
    assert "men 3" in text(answer)
    rows = client.get(links(answer, "desk:figure_rows")[1])
    assert "Machines of chapter 84" in text(rows)
    assert "Participations: 20" in text(rows)
    assert "All rows together add up to 20." in text(rows)


def test_every_number_of_a_cut_opens_into_rows_that_add_up(client, two_years, team):
    answer = page(client, "desk:figures", "by=year&by=topic", team)
    for url in links(answer, "desk:figure_rows"):
        rows = text(client.get(url))
        number = re.search(r"Participations: ([\d,]+)", rows).group(1)
        assert f"All rows together add up to {number}." in rows


def test_an_administration_opens_only_its_own_trainings(client, two_years, head):
    for training in Training.objects.all():
        TrainingMember.objects.create(training=training, member=training.host)
    html = page(client, "desk:figure_rows", "", head).content.decode()
    assert "Valuation in Lomé" in html
    table = html.split("<tbody>")[1].split("</tbody>")[0]
    assert re.findall(r"<a [^>]*>([^<]+)</a>", table) == ["Machines of chapter 84"]


def test_two_dimensions_make_a_grid_with_totals(client, two_years):
    seen = text(page(client, query="by=year&by=topic"))
    assert "Year Customs valuation HS classification Total" in seen
    assert "2019 1,200 0 1,200" in seen
    assert "Total 1,200 23 1,223" in seen


def test_members_stand_in_alphabetical_order_whatever_their_numbers(client, two_years):
    seen = text(page(client, query="by=host"))
    assert seen.index("Kenya 23") < seen.index("Togo 1,200")


def test_persons_are_shown_as_an_interval(client, two_years):
    two_years.verified(heads=[(9, "KE", "customs", "F")], day=date(2018, 6, 1))
    assert "2018 23 to 32" in text(page(client, query="indicator=persons"))
    assert "The rows do not add up" in text(page(client, query="indicator=persons"))


def test_what_does_not_apply_is_left_out_and_named(client, two_years):
    answer = page(client, query="indicator=hours&by=sex&sector=customs")
    assert answer.status_code == 200
    assert "Sex, Sector do not apply to this figure and were left out." in text(answer)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("host=ZZ", "is no value of host"),
        ("year=2020..2018", "ends before it starts"),
        ("year=abc", "is no year"),
        ("host=" + "K" * 5000, "longer than 2000 characters"),
        ("topic=%00", "is no value of topic"),
    ],
)
def test_a_question_without_sense_is_explained(client, two_years, query, says):
    answer = page(client, query=query)
    assert answer.status_code == 200
    assert says in text(answer)


def test_unknown_parameters_do_no_harm(client, two_years):
    assert "1,223" in text(page(client, query="indicator=nonsense&by=planet&page=x"))
    assert "1,223" in text(page(client, query="page=" + "9" * 5000))


def test_years_are_asked_by_their_ends(client, two_years):
    seen = text(page(client, query="from=2019&to=2019"))
    assert "Year: 2019 to 2019" in seen
    assert "participations 1,200" in seen


def test_a_figure_can_be_taken_as_a_file(client, two_years):
    answer = page(client, query="by=year&format=csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.decode() == "year,value,synthetic\n2018,23,no\n2019,1200,no\n"


def test_synthetic_figures_say_so_inside_table_and_file(client, world):
    world.verified(heads=[(20, "KE", "customs", "F")], synthetic=True)
    answer = page(client)
    assert "Synthetic: what is counted here is made up" in text(answer)
    assert "· synthetic data" in text(answer)
    taken = page(client, query="format=csv")
    assert "participations-year-synthetic.csv" in taken.headers["Content-Disposition"]


def test_an_update_brings_only_the_figure(client, two_years):
    answer = client.get(reverse("public:figures"), headers={"HX-Request": "true"})
    assert answer.content.decode().lstrip().startswith('<div id="figure"')


def test_nothing_recorded_says_what_to_do(client, members, topics):
    assert "Take one of them away." in text(page(client, query="host=KE&by=year"))


@pytest.mark.parametrize("records", [1, 3])
def test_pages_cost_the_same_whatever_the_rows(
    client,
    world,
    team,
    records,
    django_assert_max_num_queries,
):
    for number in range(records):
        world.verified(heads=[(9, "KE", "customs", "F")], day=date(2018 + number, 1, 1))
    with django_assert_max_num_queries(4):
        page(client, query="by=year&by=topic&host=KE")
    with django_assert_max_num_queries(8):
        page(client, query="indicator=persons&by=year&sex=F&sector=customs&member=KE")
    client.force_login(team.account)
    with django_assert_max_num_queries(10):
        page(client, "desk:figures", "indicator=persons&by=year&by=host&topic=HS")
    with django_assert_max_num_queries(12):
        page(client, "desk:figure_rows", "indicator=persons&host=KE&year=2018..2023")

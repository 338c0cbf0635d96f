"""The plan of the demo: its sums, its equal spread, its fixed seed."""

from collections import Counter, defaultdict
from datetime import date
from statistics import fmean

import pytest

from mwalimu.demo.plan import make_plan
from mwalimu.demo.plan.quotas import BLOCKS
from mwalimu.demo.plan.seats import AFRICA, CORE_TOPICS, PACIFIC, holders, seats

UNTIL = date(2026, 11, 24)
LED_BY_SEATS = [block.code for block in BLOCKS if block.led_by_holders]


@pytest.fixture(scope="module")
def plan():
    return make_plan(UNTIL)


def in_block(plan, code):
    return [training for training in plan.trainings if training.block == code]


def test_150_seats_in_16_african_members_and_21_in_the_pacific():
    assert sum(number for _, _, number in holders("core")) == 150
    assert {member for _, member, _ in holders("core")} == set(AFRICA)
    assert sum(number for _, _, number in holders("pacific")) == 21
    assert {member for _, member, _ in holders("pacific")} == set(PACIFIC)
    assert sum(number for _, _, number in holders("origin")) == 40


def test_members_of_a_pool_differ_by_one_seat_at_most():
    by_topic = defaultdict(list)
    for topic, member, number in holders("core"):
        by_topic[topic, number > 3].append((member, number))
    for rows in by_topic.values():
        numbers = [number for _, number in rows]
        assert max(numbers) - min(numbers) <= 1


def test_the_published_sum_is_a_little_over_49_000(plan):
    assert plan.participations("core", 2018, 2023) == 49_200


def test_more_than_23_000_were_reached_by_2021(plan):
    assert plan.participations("core", 2018, 2021) == 23_550


def test_a_little_over_43_000_were_on_record_on_20_november_2023(plan):
    known = sum(
        training.people
        for training in in_block(plan, "core")
        if training.recorded_on <= date(2023, 11, 20)
    )
    assert 43_000 < known < 44_000


def test_every_year_reaches_more_than_the_year_before(plan):
    years = [plan.participations("core", year, year) for year in range(2018, 2024)]
    assert years == sorted(set(years))


def test_the_sum_holds_only_the_four_topics_in_the_sixteen_members(plan):
    core = in_block(plan, "core")
    assert {training.topics for training in core} == {(topic,) for topic in CORE_TOPICS}
    assert {training.host for training in core} == set(AFRICA)


@pytest.mark.parametrize("code", LED_BY_SEATS)
def test_every_seat_reaches_the_same_number_of_people_in_every_year(plan, code):
    quota = {block.code: block.per_seat for block in BLOCKS}[code]
    reached = Counter()
    for training in in_block(plan, code):
        reached[training.seat, training.starts.year] += training.people
    for (seat, year), people in reached.items():
        assert people == quota[year], (seat, year)
    assert {year for _, year in reached} == set(quota)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.code)
def test_hosts_have_equal_people_per_seat_in_every_topic_and_year(plan, block):
    hosted = Counter()
    for training in in_block(plan, block.code):
        key = training.topics[0], training.host, training.starts.year
        hosted[key] += training.people
    for (topic, host, year), people in hosted.items():
        assert people == seats(block.seats, topic, host) * block.per_seat[year]


def test_what_a_member_gives_abroad_it_receives_back(plan):
    given, received = Counter(), Counter()
    for training in plan.trainings:
        if training.trainers[0].member != training.host:
            year = training.topics, training.starts.year
            given[training.trainers[0].member, *year] += training.people
            received[training.host, *year] += training.people
    assert given == received
    assert sum(given.values()) > 5_000


def test_women_take_part_alike_in_every_member(plan):
    women, people = Counter(), Counter()
    for training in in_block(plan, "core"):
        for group in training.counts:
            women[training.host] += group.count if group.sex == "F" else 0
        women[training.host] += sum(name.sex == "F" for name in training.names)
        people[training.host] += training.people
    shares = [women[member] / people[member] for member in people]
    assert max(shares) - min(shares) < 0.01


def test_scores_average_alike_in_every_member(plan):
    gains = defaultdict(list)
    for training in in_block(plan, "core"):
        for name in training.names:
            if name.pre_score is not None:
                gains[training.host].append(name.post_score - name.pre_score)
    means = [fmean(values) for values in gains.values()]
    assert max(means) - min(means) < 2


def test_no_trainer_teaches_a_topic_after_the_award_ended(plan):
    ended = {(a.person, a.topic): a.ended_on for a in plan.awards if a.ended_on}
    late = [
        training.key
        for training in plan.trainings
        for trainer in training.trainers
        for topic in training.topics
        if training.starts >= ended.get((trainer.person, topic), date.max)
    ]
    assert len(ended) == 5
    assert late == []


def test_holders_lead_what_they_should_and_others_do_not(plan):
    awarded = {(award.person, award.topic) for award in plan.awards}
    for training in plan.trainings:
        led = any((t.person, training.topics[0]) in awarded for t in training.trainers)
        assert led == training.holders


def test_nobody_sits_or_teaches_twice_in_one_training(plan):
    for training in plan.trainings:
        there = [t.person for t in training.trainers] + [
            n.person for n in training.names
        ]
        assert len(there) == len(set(there))


def test_people_are_named_or_counted_in_one_group_never_both(plan):
    for training in plan.trainings:
        named = {(n.member, n.sector, n.sex) for n in training.names}
        counted = {(c.member, c.sector, c.sex) for c in training.counts}
        assert not named & counted


def test_a_person_keeps_their_member_sector_and_sex(plan):
    people = {row.key: (row.member, row.sector, row.sex) for row in plan.people}
    for training in plan.trainings:
        for name in training.names:
            assert people[name.person] == (name.member, name.sector, name.sex)


def test_some_participations_are_named_and_the_rest_are_counted(plan):
    named = sum(len(training.names) for training in plan.trainings)
    assert 12_000 <= named <= 15_000


def test_most_courses_of_the_pandemic_were_on_line(plan):
    then = [t for t in in_block(plan, "core") if t.starts.year == 2021]
    before = [t for t in in_block(plan, "core") if t.starts.year == 2019]
    assert sum(t.mode == "online" for t in then) > 0.6 * len(then)
    assert sum(t.mode == "online" for t in before) < 0.1 * len(before)


def test_names_are_never_empty_and_rarely_the_same(plan):
    names = Counter((person.member, person.name) for person in plan.people)
    assert all(name.strip() for _, name in names)
    assert len(names) > 0.95 * len(plan.people)


def test_the_same_seed_makes_the_same_plan(plan):
    from mwalimu.demo.plan import _whole

    _whole.cache_clear()
    assert make_plan(UNTIL) == plan


def test_another_seed_invents_other_people_in_the_same_numbers(plan):
    other = make_plan(UNTIL, seed=2)
    assert other.people != plan.people
    assert other.participations("core", 2018, 2023) == 49_200


def test_nothing_is_planned_that_has_not_ended():
    early = make_plan(date(2024, 5, 1))
    assert max(training.ends for training in early.trainings) < date(2024, 5, 1)
    assert max(award.valid_from for award in early.awards) < date(2024, 5, 1)

"""Demo slots of the last working groups: invented, alike for every Member.

Every reported result is that all passed. So no panel agrees less than the standard asks.
"""

from collections.abc import Iterator, Sequence

from mwalimu.demo.plan.rows import PlannedAward
from mwalimu.demo.plan.seating import PlannedDemo, PlannedMeeting, PlannedPanel
from mwalimu.demo.plan.spread import EvenSteps

LAST = ("E03", "E04", "E05", "E12", "E18", "E23", "E46", "E35", "E36")
TEACHING = 3  # days at the end on which candidates teach
OFFSETS = {"skill": 0.0, "expertise": 0.37, "content": 0.71}
Pair = tuple[int, int]  # what the first and the second assessor give
SHARES: tuple[tuple[float, Pair], ...] = (
    (0.38, (4, 4)),
    (0.18, (5, 4)),
    (0.18, (4, 5)),
    (0.12, (5, 5)),
    (0.09, (3, 3)),
    (0.05, (5, 3)),
)


def make_panels(
    meetings: Sequence[PlannedMeeting], awards: Sequence[PlannedAward]
) -> list[PlannedPanel]:
    """One for each last working group, in order of time."""
    steps = EvenSteps()
    found = []
    for meeting in meetings:
        if meeting.key in LAST:
            days, last = meeting.days[-TEACHING:], meeting.days[-1]
            demos = tuple(_demos(meeting, awards, steps))
            found.append(PlannedPanel(meeting.key, days, last, demos))
    return found


def _demos(
    meeting: PlannedMeeting, awards: Sequence[PlannedAward], steps: EvenSteps
) -> Iterator[PlannedDemo]:
    """One slot for each who is awarded on the last day, by Member and seat."""
    mine = [
        award
        for award in awards
        if award.cohort in meeting.cohorts and award.valid_from == meeting.days[-1]
    ]
    for award in sorted(mine, key=lambda row: (row.member, row.topic, row.seat)):
        pairs = [
            _pair((steps.next((name, award.member)) + offset) % 1)
            for name, offset in OFFSETS.items()
        ]
        skill, expertise, content = pairs
        first, second = zip(skill, expertise, content, strict=True)
        one, two, three = (sum(pair) + 1 for pair in pairs)
        agreed = (one // 2, two // 2, three // 2)
        yield PlannedDemo(award.person, award.topic, (first, second), agreed)


def _pair(step: float) -> Pair:
    """What lies at that share of the way."""
    for share, pair in SHARES:
        if step < share:
            return pair
        step -= share
    return SHARES[0][1]

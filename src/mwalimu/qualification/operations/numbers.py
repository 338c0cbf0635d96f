"""Numbers of awards: MT-HS-2024-0007 is the seventh of its topic in 2024."""

from collections import Counter
from collections.abc import Iterable

from mwalimu.qualification.models import AwardSeries
from mwalimu.reference.models import Topic

Place = tuple[Topic, int]  # a topic and a year


def number_awards(places: Iterable[Place]) -> list[str]:
    """A number for each place, in order, without a gap.

    Call it in the transaction that stores the awards: the series stays locked until it
    ends, and what is rolled back gives its numbers back.
    """
    wanted = list(places)
    amounts = Counter((topic.pk, year) for topic, year in wanted)
    following = {key: _take(*key, amount) for key, amount in sorted(amounts.items())}
    numbers = []
    for topic, year in wanted:
        place = following[topic.pk, year]
        following[topic.pk, year] += 1
        numbers.append(f"MT-{topic.code}-{year}-{place:04}")
    return numbers


def _take(topic: int, year: int, amount: int) -> int:
    """The first of so many numbers of a series; it waits for whoever holds it."""
    AwardSeries.objects.get_or_create(topic_id=topic, year=year)
    series = AwardSeries.objects.select_for_update().get(topic_id=topic, year=year)
    first = series.last + 1
    series.last += amount
    series.save(update_fields=["last"])
    return first

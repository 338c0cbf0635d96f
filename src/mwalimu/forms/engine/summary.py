"""What many answers to one question say: how many, how they spread, their mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mwalimu.forms.engine.asking import Asked, Kind

FEWEST = 5  # answers, before anybody reads what they say


@dataclass(frozen=True)
class Share:
    """How many chose an option, and which part that is of those who answered."""

    choice: str
    count: int
    share: Fraction


@dataclass(frozen=True)
class Summary:
    """What is said of a question. `answered` people answered it, `silent` did not.

    `shares` has every option in the order of the question; where several may be
    chosen they add up to more than one. `mean` is that of a scale.
    """

    asked: Asked
    answered: int
    silent: int
    shares: tuple[Share, ...] = ()
    mean: Fraction | None = None


def summarise(
    asked: Asked, people: int, answered: int, counts: Mapping[str, int]
) -> Summary | None:
    """The summary of a question, from how many chose each option.

    None while fewer than FEWEST people took part: what few people say tells who said
    it. `people` took part, `answered` of them answered this question.
    """
    if people < FEWEST:
        return None
    shares = tuple(
        Share(code, count, Fraction(count, answered) if answered else Fraction(0))
        for code in asked.choices
        for count in [counts.get(code, 0)]
    )
    return Summary(asked, answered, people - answered, shares, _mean(asked, shares))


def _mean(asked: Asked, shares: tuple[Share, ...]) -> Fraction | None:
    total = sum(each.count for each in shares)
    if asked.kind != Kind.SCALE or not total:
        return None
    return Fraction(sum(int(each.choice) * each.count for each in shares), total)

"""When synthetic courses take place, how long, in which mode."""

from datetime import date, timedelta
from random import Random

from mwalimu.demo.plan.quotas import day_fraction

DISTANCE_FROM, DISTANCE_TO = date(2020, 4, 1), date(2021, 12, 31)
LONG = {"1": 0.12, "2": 0.2, "3": 0.34, "4": 0.12, "5": 0.22}
SHORT = {"1": 0.45, "2": 0.35, "3": 0.2}


def monday(year: int, share: float) -> date:
    """The Monday of the week in which that share of the year's people is reached."""
    day = date(year, 1, 1) + timedelta(days=int(day_fraction(year, share) * 365))
    day = min(max(day, date(year, 1, 13)), date(year, 12, 12))
    return day - timedelta(days=day.weekday())


def span(week: date, days: int, random: Random) -> tuple[date, date]:
    """First and last day, within one working week."""
    first = week + timedelta(days=random.randint(0, 5 - days))
    return first, first + timedelta(days=days - 1)


def modes(day: date) -> dict[str, float]:
    """Shares of the modes at a time: mostly online from April 2020 to the end of 2021."""
    if day < DISTANCE_FROM:
        return {"in_person": 0.95, "online": 0.02, "not_recorded": 0.03}
    if day <= DISTANCE_TO:
        return {"online": 0.76, "in_person": 0.14, "hybrid": 0.10}
    if day.year == 2022:
        return {"in_person": 0.62, "online": 0.28, "hybrid": 0.10}
    return {"in_person": 0.72, "online": 0.20, "hybrid": 0.08}


def hours_of(days: int, mode: str) -> float:
    """Teaching hours: six a day in a room, three and a half on line."""
    return days * (3.5 if mode == "online" else 6.0)

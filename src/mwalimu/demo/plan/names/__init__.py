"""Names for synthetic people: random combinations of common names of each Member."""

from random import Random

from mwalimu.demo.plan.names.central import CENTRAL
from mwalimu.demo.plan.names.east import EAST
from mwalimu.demo.plan.names.order import Names
from mwalimu.demo.plan.names.pacific import PACIFIC
from mwalimu.demo.plan.names.southern import SOUTHERN
from mwalimu.demo.plan.names.west import WEST

NAMES: dict[str, Names] = {
    **EAST,
    **SOUTHERN,
    **WEST,
    **PACIFIC,
    **CENTRAL,
}


def draw_name(member: str, sex: str, random: Random) -> str:
    """A plausible name for a person of that Member and sex."""
    return NAMES[member].draw(sex, random)

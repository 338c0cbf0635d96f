"""The example programme: a working group today, work to hand in, a call to answer.

It is invented from end to end and says so in its name, because the real programmes are
those of public sources and nothing is added to them. Its days are counted from the day
on which the demo is built.
"""

from mwalimu.demo.example.call import open_the_call
from mwalimu.demo.example.last import hold_the_last_working_group
from mwalimu.demo.example.middle import lead_half_the_way
from mwalimu.demo.example.programme import prepare
from mwalimu.demo.example.scene import Scene

__all__ = ["Scene", "build_example"]


def build_example(scene: Scene) -> None:
    """All three cohorts of the example, up to today."""
    prepare(scene)
    hold_the_last_working_group(scene)
    lead_half_the_way(scene)
    open_the_call(scene)

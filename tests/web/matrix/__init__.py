"""The access matrix: one module per part of a face, one row per address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

ALL = frozenset(
    "public team reader head kenya_coordinator kenya_registrar togo_coordinator"
    " kenya_trainer wg_member assessor kenya_deputy kenya_organiser regional_office"
    "".split()
)
SIGNED_IN = ALL - {"public"}
KENYA = frozenset({"head", "kenya_coordinator", "kenya_deputy", "kenya_registrar"})


@dataclass(frozen=True)
class Row:
    """Who gets an answer (200, or a redirect that is not to the sign-in) from a GET.

    `arguments` makes the arguments of the address from the world of the test; the
    world is about Kenya, so that Togo's coordinator is the one who must see nothing.
    A POST-only address answers 405 to those who may ask; that counts as an answer.
    `writes` are those for whom a POST may change something; None: all who get an
    answer. Everybody else is refused and nothing changes.
    """

    answers: frozenset[str]
    arguments: Callable[[Any], dict[str, Any]] = lambda _world: {}
    writes: frozenset[str] | None = None
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def refused(self) -> frozenset[str]:
        """Those whose POST must change nothing."""
        return ALL - (self.answers if self.writes is None else self.writes)


def rows() -> dict[str, Row]:
    """Every row of every module here."""
    found: dict[str, Row] = {}
    for module in iter_modules(__path__):
        found |= import_module(f"{__name__}.{module.name}").ROWS
    return found

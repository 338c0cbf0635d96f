"""Whose data: what is held on people, on which legal basis, how long, who sees it.

The page, the export for the person and docs/reference/personal-data.md all come from
this table. Texts are in English and French.
"""

from mwalimu.people.engine.holdings.journey import JOURNEY
from mwalimu.people.engine.holdings.kinds import BASES, Basis, Kind
from mwalimu.people.engine.holdings.notices import NOTICES
from mwalimu.people.engine.holdings.persons import PERSONS
from mwalimu.people.engine.holdings.programme import PROGRAMME

KINDS = PERSONS + PROGRAMME + JOURNEY + NOTICES

__all__ = ["BASES", "KINDS", "Basis", "Kind"]

"""What is arranged for those who come to a session: the board, one row, what is due."""

from mwalimu.programmes.queries.logistics.board import (
    Board,
    Cell,
    Column,
    Row,
    board_of,
)
from mwalimu.programmes.queries.logistics.due import LogisticsDue, logistics_open
from mwalimu.programmes.queries.logistics.missing import missing_by_member
from mwalimu.programmes.queries.logistics.own import (
    arrangements_over,
    logistics_held,
    own_arrangements,
)
from mwalimu.programmes.queries.logistics.travellers import Traveller, travellers_at
from mwalimu.programmes.queries.logistics.vacancies import Vacancy

__all__ = [
    "Board",
    "Cell",
    "Column",
    "LogisticsDue",
    "Row",
    "Traveller",
    "Vacancy",
    "arrangements_over",
    "board_of",
    "logistics_held",
    "logistics_open",
    "missing_by_member",
    "own_arrangements",
    "travellers_at",
]

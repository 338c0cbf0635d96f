"""Reading figures: `figure`, `trace`, and the words that go with them."""

from mwalimu.figures.engine.grammar import BadQuestion
from mwalimu.figures.queries.catalogue import told
from mwalimu.figures.queries.labels import Labels
from mwalimu.figures.queries.table import Amount, FigureRow, FigureTable, figure
from mwalimu.figures.queries.trace import Trace, TraceRow, trace

__all__ = [
    "Amount",
    "BadQuestion",
    "FigureRow",
    "FigureTable",
    "Labels",
    "Trace",
    "TraceRow",
    "figure",
    "told",
    "trace",
]

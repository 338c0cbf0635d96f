"""Rows of the access matrix: the sessions of one who takes part."""

from tests.web.matrix import SIGNED_IN, Row
from tests.web.matrix.desk_sessions import paper, session

NOBODY = frozenset()
ROWS: dict[str, Row] = {
    "field:sessions": Row(SIGNED_IN, writes=NOBODY),
    "field:session": Row(NOBODY, session, writes=NOBODY),
    "field:session_answer": Row(
        SIGNED_IN, session, writes=NOBODY, form={"comes": "yes"}
    ),
    "field:session_passport": Row(
        SIGNED_IN, session, writes=NOBODY, form={"name": "STOLEN"}
    ),
    "field:session_calendar": Row(NOBODY, session, writes=NOBODY),
    "field:paper": Row(NOBODY, paper, writes=NOBODY),
}

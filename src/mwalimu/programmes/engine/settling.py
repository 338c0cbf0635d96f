"""When several assessors have said enough of one piece of work."""

from collections import Counter
from collections.abc import Sequence

WAITING = "waiting"
DIFFER = "differ"


def settle(decisions: Sequence[str], wanted: int, more: int = 0) -> str:
    """`waiting` while reviews are missing, the decision, or `differ`.

    All who were wanted must agree. Where the project team asked for `more` because they
    did not, what more than half say is taken.
    """
    if len(decisions) < wanted + more:
        return WAITING
    decision, votes = Counter(decisions).most_common(1)[0]
    if votes == len(decisions) or (more and 2 * votes > len(decisions)):
        return decision
    return DIFFER

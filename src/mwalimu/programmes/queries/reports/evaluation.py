"""Where the evaluation of a session joins its report."""

from mwalimu.programmes.models import Session
from mwalimu.typesetting.word import Section


def after_the_session(_session: Session) -> list[Section]:
    """The summary of the evaluation, and the decisions that follow from it, in the
    language in force.

    Nothing yet: evaluations are joined here. The report says then that nothing is
    recorded of either.
    """
    return []

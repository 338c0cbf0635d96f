"""The reasons of states of the pool as sentences, in the language that is active."""

from collections.abc import Callable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.qualification.engine import Reason
from mwalimu.qualification.engine.pool import PoolState

STATES: dict[PoolState, str | Promise] = {
    PoolState.ACTIVE: pgettext_lazy("state of a Master Trainer", "active"),
    PoolState.NO_RECENT: pgettext_lazy(
        "state of a Master Trainer", "no recent training"
    ),
    PoolState.MOVED: pgettext_lazy("state of a Master Trainer", "moved"),
    PoolState.LEFT: pgettext_lazy("state of a Master Trainer", "left"),
    PoolState.SUSPENDED: pgettext_lazy("state of a Master Trainer", "suspended"),
}


def pool_sentence(reason: Reason, write_day: Callable[[date], str]) -> str:
    """Why a Master Trainer is in a state, in one sentence."""
    texts = {
        "delivered": pgettext("pool", "Last training on %(on)s."),
        "never": pgettext("pool", "No verified training is recorded."),
        "not_since": pgettext("pool", "No training in 24 months: the last on %(on)s."),
        "moved": pgettext(
            "pool", "In another post since %(on)s; last training on %(delivered)s."
        ),
        "left": pgettext("pool", "Not with the administration since %(on)s."),
        "suspended": pgettext("pool", "The award is suspended since %(on)s."),
    }
    values = {
        name: write_day(value)
        for name, value in reason.values.items()
        if isinstance(value, date)
    }
    return texts[reason.code] % values

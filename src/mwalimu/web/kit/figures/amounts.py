"""An amount as the reader's language writes it."""

from django.utils.translation import get_language, pgettext

from mwalimu.figures.queries import Amount
from mwalimu.web.kit import writing


def written(amount: Amount | None) -> str:
    """`1,200`, `23 to 32`, `hidden`; where no record stands, 0."""
    language = get_language() or "en"
    if amount is None:
        return "0"
    if amount.hidden or amount.value is None:
        return pgettext("amount", "hidden")
    if amount.at_most is not None and not amount.is_exact:
        return pgettext("amount", "%(least)s to %(most)s") % {
            "least": writing.number(amount.at_least or 0, language),
            "most": writing.number(amount.at_most, language),
        }
    whole = amount.value == int(amount.value)
    return writing.number(amount.value, language, 0 if whole else 1)


def recorded(total: Amount | None) -> str:
    """A total as written; where no record stands, that, since 0 would read as a fact."""
    if total is None or total.value == 0:
        return pgettext("amount", "none on record")
    return written(total)

"""How the steps are called."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.engine.logistics import LETTER, NOMINEE
from mwalimu.programmes.models import Arrangement

LABELS: dict[str, str | Promise] = {
    LETTER: pgettext_lazy("logistics", "letter sent"),
    NOMINEE: pgettext_lazy("logistics", "nominee named"),
    **{step.value: step.label for step in Arrangement.Step},
}
STATES: dict[str, str | Promise] = {
    state.value: state.label for state in Arrangement.State
}

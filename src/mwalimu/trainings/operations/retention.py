"""What is let go when the time to keep names in trainings is over. Counts stay."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import note_dropped
from mwalimu.trainings.models import Participation


@transaction.atomic
def drop_scores(keys: Iterable[int], *, by: Actor, at: datetime) -> int:
    """Test scores of people who are still known, in trainings of long ago.

    The rows stay and count as before. The law: personal data are kept no longer than
    their purpose needs (GDPR art. 5 (1) e and the like).
    """
    rows = Participation.objects.filter(pk__in=list(keys))
    removed = rows.update(pre_score=None, post_score=None)
    return note_dropped("participations", removed, by=by, at=at)

"""Which edition a cohort follows, and from which day."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.models import Cohort
from mwalimu.qualification.models import Decision, FollowedStandard, StandardEdition
from mwalimu.qualification.operations.awards import FIRST_DAY
from mwalimu.qualification.operations.refusals import StandardRefused
from mwalimu.qualification.operations.standards.checks import require_may_edit
from mwalimu.qualification.queries.standards import edition_in_force


@transaction.atomic
def follow_edition(
    cohort: Cohort, edition: StandardEdition, *, since: date, by: Actor, at: datetime
) -> FollowedStandard:
    """The cohort is judged under that edition from a day on. Raises StandardRefused.

    Whoever was decided on keeps the edition of the decision, so the day may not lie
    before the last decision. A choice for the same day is put right.
    """
    require_may_edit(by, at)
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    _check_day(cohort, since, at.date())
    if edition != edition_in_force(edition.standard, since) and not (
        FollowedStandard.objects.filter(cohort=cohort, edition=edition).exists()
    ):
        text = pgettext(
            "refusal",
            "Edition %(number)s is not the one in force on %(day)s: choose that one.",
        )
        values = {"number": edition.number, "day": since.isoformat()}
        raise StandardRefused("edition", text % values)
    row, _ = FollowedStandard.objects.update_or_create(
        cohort=cohort,
        since=since,
        defaults={"edition": edition, "set_at": at, "set_by": by},
    )
    after = {
        "standard": edition.standard.code,
        "number": edition.number,
        "since": since.isoformat(),
    }
    record("follow_edition", "cohort", cohort.uuid, by=by, at=at, after=after)
    return row


def _check_day(cohort: Cohort, since: date, today: date) -> None:
    if since < FIRST_DAY or since.year > today.year + 5:
        text = pgettext(
            "refusal", "Write a day from %(first)s, at most five years ahead."
        )
        raise StandardRefused("since", text % {"first": FIRST_DAY.isoformat()})
    last = Decision.objects.filter(cohort=cohort).order_by("decided_at").last()
    if last and since <= last.decided_at.date():
        text = pgettext(
            "refusal",
            "Decisions were taken until %(day)s under the edition before; they keep it."
            " Choose a later day.",
        )
        day = last.decided_at.date().isoformat()
        raise StandardRefused("since", text % {"day": day})

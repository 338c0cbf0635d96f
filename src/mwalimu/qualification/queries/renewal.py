"""What a holder has taught since the validity of their award began."""

from dataclasses import dataclass
from datetime import date

from mwalimu.qualification.engine import DAY, months_later
from mwalimu.qualification.models import Award, Decision, StandardEdition
from mwalimu.trainings.models import Training


@dataclass(frozen=True)
class Renewal:
    """How far an award is from being renewed under the edition that gave it.

    `done` counts trainings in the topic that began in the current period.
    """

    since: date
    until: date
    months: int
    needed: int
    done: int

    @property
    def enough(self) -> bool:
        """The rule of the edition is kept."""
        return self.done >= self.needed

    @property
    def next_until(self) -> date:
        """The last day of the validity once it is renewed."""
        return months_later(self.until + DAY, self.months) - DAY


def edition_of_award(award: Award) -> StandardEdition | None:
    """The edition under which the award was decided, if any."""
    rows = Decision.objects.filter(award=award).select_related("edition__standard")
    row = rows.first()
    return row.edition if row else None


def renewal_of(award: Award, on: date) -> Renewal | None:
    """Where the renewal of an award stands; None where its validity has no end."""
    edition = edition_of_award(award)
    if award.valid_until is None or edition is None or not edition.validity_months:
        return None
    months = edition.validity_months
    since = months_later(award.valid_until + DAY, -months)
    taught = Training.objects.counted().filter(
        trainers__person=award.person_id,
        topics=award.topic_id,
        starts_on__range=(since, min(on, award.valid_until)),
    )
    return Renewal(
        since=since,
        until=award.valid_until,
        months=months,
        needed=edition.renewal_trainings or 0,
        done=taught.distinct().count(),
    )

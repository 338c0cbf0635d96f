"""Which pages of this package there are on a person, for links from their record."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.permissions import holdings_visible_to
from mwalimu.qualification.permissions import pool_visible_to


@dataclass(frozen=True)
class PagesOnPerson:
    """A path through cohorts, and a page as a Master Trainer."""

    path: bool
    trainer: bool


def pages_on(person: Person, viewer: Viewer) -> PagesOnPerson:
    """Those that the viewer may open (one query)."""
    own = {"person": OuterRef("pk")}
    seats = Exists(holdings_visible_to(viewer).filter(**own))
    awards = Exists(pool_visible_to(viewer).filter(**own))
    rows = Person.objects.filter(pk=person.pk).values_list(seats, awards)
    return PagesOnPerson(*rows.get())

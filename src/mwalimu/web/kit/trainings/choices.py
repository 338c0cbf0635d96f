"""What the form of a training offers: Members, topics, initiatives, trainers."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import get_language

from mwalimu.people.permissions import Viewer
from mwalimu.qualification.permissions import names_visible_to
from mwalimu.qualification.queries import master_trainers
from mwalimu.reference.models import Initiative, Topic
from mwalimu.reference.queries import Directory
from mwalimu.shared.languages import in_language
from mwalimu.trainings.models import Training
from mwalimu.trainings.queries import Offer, offered
from mwalimu.web.kit.trainings.fields import Members

MOST_OFFERED = 400


@dataclass
class Choices:
    """Read once for a form; each part costs one query when it is asked for."""

    viewer: Viewer
    on: date
    training: Training | None = None
    directory: Directory = field(
        default_factory=lambda: Directory((get_language() or "en",))
    )

    @cached_property
    def members(self) -> Members:
        """Members as they are typed."""
        return Members(self.directory.members)

    @cached_property
    def member_names(self) -> list[str]:
        """The names that the page's list of Members offers."""
        return [name.text for _, name in self.directory.members_by_name()]

    @cached_property
    def hosts(self) -> list[tuple[str, str]]:
        """Members by code and name."""
        return [
            (member.code, name.text)
            for member, name in self.directory.members_by_name()
        ]

    @cached_property
    def offers(self) -> list[Offer]:
        """Topics and initiatives."""
        return offered(self.training)

    def offered(self, kind: str) -> list[tuple[str, str]]:
        """Topics or initiatives by code and name."""
        languages = (get_language() or "en",)
        return [
            (offer.code, in_language(offer.names, languages).text)
            for offer in self.offers
            if offer.kind == kind
        ]

    def chosen(self, kind: str) -> list[str]:
        """Codes of the topics or initiatives that the training has."""
        return [row.code for row in self.offers if row.kind == kind and row.chosen]

    def topic(self, code: str) -> Topic:
        """The topic of a code that is offered."""
        [offer] = [o for o in self.offers if (o.kind, o.code) == ("topic", code)]
        return Topic(pk=offer.pk, code=offer.code, names=offer.names)

    def initiative(self, code: str) -> Initiative | None:
        """The initiative of a code that is offered, or none."""
        for row in self.offers:
            if (row.kind, row.code) == ("initiative", code):
                return Initiative(pk=row.pk, code=row.code, names=row.names)
        return None

    @cached_property
    def trainers(self) -> list[str]:
        """Names of the Master Trainers that the viewer may read, for the page's list."""
        found = master_trainers(self.on).filter(names_visible_to(self.viewer))
        names = found.values_list("name", flat=True)[:MOST_OFFERED]
        return sorted(set(names))

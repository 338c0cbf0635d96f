"""What other packages and faces ask about reference data.

Nothing here is kept in the process: a page that needs names over and over asks once for
a `Directory` and passes it on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from anyascii import anyascii
from django.db.models import QuerySet

from mwalimu.reference.models import (
    Edition,
    Initiative,
    Member,
    Partner,
    Region,
    Topic,
)
from mwalimu.reference.querysets import MemberQuerySet
from mwalimu.shared.languages import Wording


def members() -> MemberQuerySet:
    """All WCO Members, by code, each with its region."""
    found: MemberQuerySet = Member.objects.select_related("region")
    return found


def members_to_choose() -> MemberQuerySet:
    """All Members, by code, with what a list of their names needs and no more."""
    found: MemberQuerySet = Member.objects.only("code", "names", "region")
    return found


def members_by_code(codes: Iterable[str] | None = None) -> dict[str, Member]:
    """Members by alpha-2 code: these, or all."""
    found = members() if codes is None else members().with_codes(codes)
    return {member.code: member for member in found}


def members_in_region(code: str) -> MemberQuerySet:
    """The Members of a WCO region."""
    return members().in_region(code)


def regions() -> QuerySet[Region]:
    """The WCO regions, by code."""
    return Region.objects.order_by("code")


def topics() -> QuerySet[Topic]:
    """Topics, in their order."""
    return Topic.objects.all()


def topics_by_code(codes: Iterable[str] | None = None) -> dict[str, Topic]:
    """Topics by code: these, or all."""
    found = topics() if codes is None else topics().filter(code__in=list(codes))
    return {topic.code: topic for topic in found}


def initiatives() -> QuerySet[Initiative]:
    """Initiatives, by code."""
    return Initiative.objects.order_by("code")


def partners() -> QuerySet[Partner]:
    """Partners and funding sources, by code."""
    return Partner.objects.order_by("code")


def editions(body: str = "") -> QuerySet[Edition]:
    """Editions of law, of one body or of all, oldest first."""
    found = Edition.objects.select_related("superseded_by")
    found = found.order_by("body", "valid_from", "code")
    return found.filter(body=body) if body else found


@dataclass(frozen=True)
class Directory:
    """Names of all Members and topics in one reader's languages, read once each."""

    languages: tuple[str, ...]

    @cached_property
    def members(self) -> dict[int, Member]:
        """All Members by primary key, with what a list of names needs and no more."""
        return {member.pk: member for member in members_to_choose()}

    @cached_property
    def topics(self) -> dict[int, Topic]:
        """All topics by primary key, in their order."""
        return {topic.pk: topic for topic in topics()}

    def member(self, pk: int) -> Wording:
        """The name of a Member."""
        return self.members[pk].name(*self.languages)

    def topic(self, pk: int) -> Wording:
        """The name of a topic."""
        return self.topics[pk].name(*self.languages)

    def members_by_name(self) -> list[tuple[Member, Wording]]:
        """All Members with their names, as a reader of this language sorts them."""
        return self._by_name

    @cached_property
    def _by_name(self) -> list[tuple[Member, Wording]]:
        named = [(member, self.member(pk)) for pk, member in self.members.items()]
        return sorted(named, key=lambda pair: sort_key(pair[1].text))


def sort_key(text: str) -> str:
    """Alphabetical order that does not care about case and accents: Égypte is under E."""
    return anyascii(text).casefold()

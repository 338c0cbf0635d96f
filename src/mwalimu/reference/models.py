"""Members, regions, topics, initiatives, partners, editions of law."""

from django.db import models
from django.db.models import F, Q

from mwalimu.reference.querysets import MemberQuerySet
from mwalimu.shared.dates import PartialDate
from mwalimu.shared.fields import PrecisionField, PublicId, TranslatedField, partial
from mwalimu.shared.languages import Wording, in_language


class Named(models.Model):
    """A row with a code for machines and a name per language for readers."""

    code = models.CharField(max_length=20, unique=True)
    names = TranslatedField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code

    def name(self, *languages: str) -> Wording:
        """The name in the first of these languages that has one."""
        return in_language(self.names, languages)


class Region(Named):
    """One of the six WCO regions."""


class Member(Named):
    """A WCO Member and its Customs administration; `code` is ISO 3166-1 alpha-2.

    What no source states is empty, never guessed.
    """

    uuid = PublicId()
    alpha3 = models.CharField(max_length=3, blank=True)
    region = models.ForeignKey(Region, models.PROTECT)
    acceded_on = models.DateField(null=True, blank=True)
    acceded_precision = PrecisionField()
    administration = TranslatedField()
    head_title = TranslatedField()
    fiscal_year_first_month = models.PositiveSmallIntegerField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    time_zone = models.CharField(max_length=40)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{2}$"), name="member_code_alpha2"
            ),
            models.CheckConstraint(
                condition=Q(fiscal_year_first_month=None)
                | Q(fiscal_year_first_month__range=(1, 12)),
                name="member_fiscal_month",
            ),
        ]

    @property
    def acceded(self) -> PartialDate | None:
        """When it became a Member, as far as it is known."""
        return partial(self.acceded_on, self.acceded_precision)


class MemberStatus(models.Model):
    """A Member is on a United Nations list, with dates where they are known."""

    class Kind(models.TextChoices):
        LDC = "LDC", "LDC"
        LLDC = "LLDC", "LLDC"
        SIDS = "SIDS", "SIDS"

    member = models.ForeignKey(Member, models.CASCADE, related_name="statuses")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind"],
                condition=Q(until=None),
                name="member_status_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.kind}"


class Topic(Named):
    """A subject that Master Trainers teach, in the order of `position`."""

    position = models.PositiveSmallIntegerField(default=0)
    short_names = TranslatedField()

    class Meta:
        ordering = ["position", "code"]

    def short_name(self, *languages: str) -> Wording:
        """The abbreviation, or the name where the language has none."""
        return in_language(self.short_names or self.names, languages)


class Initiative(Named):
    """A larger effort that programmes and trainings serve, such as AfCFTA."""


class Partner(Named):
    """An organisation that takes part, pays or hosts without being a Member."""

    is_funder = models.BooleanField(default=False)


class Edition(Named):
    """An edition of a body of law or source; the clock runs per Member."""

    body = models.CharField(max_length=40)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_from_precision = PrecisionField()
    valid_to = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="edition_dates_in_order",
            )
        ]


class EditionAdoption(models.Model):
    """A Member applies an edition from its own date."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="adoptions")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="adoptions")
    adopted_on = models.DateField(null=True, blank=True)
    source = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "edition"], name="edition_adopted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.edition_id}"

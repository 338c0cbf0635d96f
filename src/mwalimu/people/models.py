"""Persons, where they work, what they speak, what they agreed to, what they may do.

What identifies a person stands in the columns of `Person` and in `Contact` and can be
cleared by itself; everything that is counted points to the row and survives.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from mwalimu.accounts.models import Account, Actor
from mwalimu.people.querysets import (
    AffiliationQuerySet,
    PersonQuerySet,
    RoleAssignmentQuerySet,
)
from mwalimu.reference.models import Member
from mwalimu.shared.fields import PublicId


class Sex(models.TextChoices):
    """As the person states it. Not recorded is not undisclosed: nobody asked."""

    FEMALE = "F", pgettext_lazy("sex", "women")
    MALE = "M", pgettext_lazy("sex", "men")
    UNDISCLOSED = "U", pgettext_lazy("sex", "undisclosed")
    NOT_RECORDED = "N", pgettext_lazy("sex", "not recorded")


class Sector(models.TextChoices):
    """Who a person works for."""

    CUSTOMS = "customs", pgettext_lazy("sector", "Customs")
    OTHER_AGENCY = "other_agency", pgettext_lazy("sector", "other government agencies")
    PRIVATE = "private", pgettext_lazy("sector", "private sector")
    NOT_RECORDED = "not_recorded", pgettext_lazy("sector", "not recorded")


class Person(models.Model):
    """A human being, recorded once. Most have no account.

    `key` is the folded, order-free name key of `people.engine.names`. An erased person
    keeps `uuid` and `sex`; everything else in this row is cleared.
    """

    uuid = PublicId()
    name = models.CharField(max_length=200, blank=True)
    name_other_script = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=200, blank=True, db_index=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, default=Sex.NOT_RECORDED)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    staff_number_hash = models.CharField(max_length=64, blank=True)
    account = models.OneToOneField(
        Account, models.PROTECT, null=True, blank=True, related_name="person"
    )
    synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(1900, 2100)),
                name="person_birth_year",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None)
                | Q(
                    name="",
                    name_other_script="",
                    key="",
                    staff_number_hash="",
                    birth_year=None,
                ),
                name="person_erased_is_cleared",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.uuid)


class Affiliation(models.Model):
    """Where a person works, in which sector and post, from when to when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="affiliations")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.CharField(max_length=200, blank=True)
    sector = models.CharField(max_length=12, choices=Sector.choices)
    unit = models.CharField(max_length=200, blank=True)
    post = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="affiliation_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.sector}"


class PersonLanguage(models.Model):
    """A language a person works in (BCP 47) and how well (CEFR)."""

    class Level(models.TextChoices):
        A1 = "A1", "A1"
        A2 = "A2", "A2"
        B1 = "B1", "B1"
        B2 = "B2", "B2"
        C1 = "C1", "C1"
        C2 = "C2", "C2"

    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    language = models.CharField(max_length=10)
    level = models.CharField(max_length=2, choices=Level.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "language"], name="person_language_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.level}"


class Contact(models.Model):
    """How to reach a person; cleared by erasure."""

    class Kind(models.TextChoices):
        EMAIL = "email", pgettext_lazy("kind of contact", "e-mail")
        PHONE = "phone", pgettext_lazy("kind of contact", "telephone")

    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    value = models.CharField(max_length=254)

    def __str__(self) -> str:
        return self.kind


class Consent(models.Model):
    """What a person agreed to, for whose eyes, from when to when: a history."""

    class Purpose(models.TextChoices):
        RECORD = "record", pgettext_lazy("purpose of consent", "keep my record")
        PROFILE = "profile", pgettext_lazy("purpose of consent", "show my profile")
        CONTACT = "contact", pgettext_lazy("purpose of consent", "contact me")

    class Audience(models.TextChoices):
        TEAM = "team", pgettext_lazy("audience", "project team only")
        MEMBERS = "members", pgettext_lazy("audience", "administrations")
        PUBLIC = "public", pgettext_lazy("audience", "public")

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    audience = models.CharField(max_length=10, choices=Audience.choices)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.audience}"


class Role(models.TextChoices):
    """What a person may do. Master Trainer and WG member are derived, never assigned."""

    PROJECT_TEAM = "project_team", pgettext_lazy("role", "project team")
    HEAD_OF_CUSTOMS = "head_of_customs", pgettext_lazy("role", "head of Customs")
    COORDINATOR = "coordinator", pgettext_lazy("role", "national coordinator")
    DEPUTY_COORDINATOR = (
        "deputy_coordinator",
        pgettext_lazy("role", "deputy national coordinator"),
    )
    REGISTRAR = "registrar", pgettext_lazy("role", "training-school registrar")
    REGIONAL_OFFICE = "regional_office", pgettext_lazy("role", "regional office")
    HOST_ORGANISER = "host_organiser", pgettext_lazy("role", "host organiser")
    ASSESSOR = "assessor", pgettext_lazy("role", "assessor")
    READER = "reader", pgettext_lazy("role", "reader")
    MASTER_TRAINER = "master_trainer", pgettext_lazy("role", "Master Trainer")
    CANDIDATE = "candidate", pgettext_lazy("role", "WG member")


DERIVED_ROLES = (Role.MASTER_TRAINER, Role.CANDIDATE)
ROLES_OF_A_MEMBER = (
    Role.HEAD_OF_CUSTOMS,
    Role.COORDINATOR,
    Role.DEPUTY_COORDINATOR,
    Role.REGISTRAR,
    Role.HOST_ORGANISER,
)
ONE_AT_A_TIME = (Role.HEAD_OF_CUSTOMS, Role.COORDINATOR)


class RoleAssignment(models.Model):
    """A person plays a role, for a Member where the role is a Member's, with dates."""

    uuid = PublicId()
    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=Role.choices)
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    handed_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    assigned_by = models.ForeignKey(Actor, models.PROTECT, related_name="+")

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="role_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=["master_trainer", "candidate"]),
                name="role_derived_is_not_assigned",
            ),
            models.CheckConstraint(
                condition=Q(
                    role__in=[
                        "head_of_customs",
                        "coordinator",
                        "deputy_coordinator",
                        "registrar",
                        "host_organiser",
                    ],
                    member__isnull=False,
                )
                | Q(role__in=["project_team", "regional_office", "assessor", "reader"]),
                name="role_of_a_member_has_one",
            ),
        ]

    def __str__(self) -> str:
        return self.role

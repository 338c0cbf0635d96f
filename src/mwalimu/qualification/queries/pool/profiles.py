"""What a Master Trainer shows, and to whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mwalimu.people.models import Consent, Person
from mwalimu.qualification.models import (
    Availability,
    FieldConsent,
    Profile,
    ProfileField,
)

RANKS = {
    Consent.Audience.TEAM: 0,
    Consent.Audience.MEMBERS: 1,
    Consent.Audience.PUBLIC: 2,
}
Audiences = dict[str, str]


def audiences_of(person: Person) -> Audiences:
    """By field, who may see it; what nobody agreed to stays with the project team."""
    rows = FieldConsent.objects.filter(person=person, withdrawn_at=None)
    found = dict.fromkeys(ProfileField.values, Consent.Audience.TEAM.value)
    return found | dict(rows.values_list("field", "audience"))


def ranks_of(people: Iterable[int]) -> dict[int, dict[str, int]]:
    """By person and field: 0 the project team, 1 administrations, 2 everybody."""
    rows = FieldConsent.objects.filter(person__in=set(people), withdrawn_at=None)
    found: dict[int, dict[str, int]] = {}
    for person, field, audience in rows.values_list("person_id", "field", "audience"):
        found.setdefault(person, {})[field] = RANKS[Consent.Audience(audience)]
    return found


def profile_of(person: Person) -> Profile | None:
    """What the person wrote, if anything."""
    return Profile.objects.filter(person=person).first()


def calendar_of(person: Person, on: date) -> list[Availability]:
    """Periods that are not over on a day, the next first."""
    return list(Availability.objects.filter(person=person, until__gte=on))


def profile_held(person: Person) -> dict[str, Any]:
    """What is held on a person's profile, for themselves, as plain data."""
    profile = profile_of(person)
    return {
        "about": profile.about if profile else "",
        "contact": profile.contact if profile else "",
        "shown_to": [
            {
                "field": row.field,
                "audience": row.audience,
                "given_at": row.given_at.isoformat(),
                "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
            }
            for row in FieldConsent.objects.filter(person=person).order_by("pk")
        ],
        "availability": [
            {"kind": row.kind, "since": str(row.since), "until": str(row.until)}
            for row in Availability.objects.filter(person=person)
        ],
    }

"""Who is looking, built once per request."""

from datetime import date
from typing import Any

from mwalimu.people.permissions import PUBLIC, Viewer
from mwalimu.people.queries import person_of
from mwalimu.qualification.queries import all_grants


def viewer_of(account: Any, on: date) -> Viewer:
    """The viewer that an account is on a day; anybody without one is the public."""
    if not account.is_authenticated:
        return PUBLIC
    person = person_of(account)
    if person is None:
        return Viewer(account_id=account.pk)
    grants = all_grants(person, on)
    return Viewer(account_id=account.pk, person_id=person.pk, grants=grants)

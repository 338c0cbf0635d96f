"""Standards as plain data, for commands and downloads."""

from typing import Any

from mwalimu.qualification.models import StandardEdition
from mwalimu.qualification.queries.standards import Shelf


def shelf_as_object(shelf: Shelf) -> dict[str, Any]:
    """A standard with what is known of its editions."""
    return {
        "code": shelf.standard.code,
        "names": shelf.standard.names,
        "editions": [_head(edition) for edition in shelf.editions],
    }


def edition_as_object(edition: StandardEdition) -> dict[str, Any]:
    """An edition with its lines. Amounts are texts: no digit is lost."""
    lines = [
        {
            "code": line.code,
            "names": line.names,
            "kind": line.kind,
            "amount": f"{line.amount.normalize():f}",
            "subjects": line.subjects,
            "assumed": line.assumed,
            "source": line.source,
        }
        for line in edition.requirements.all()
    ]
    return {
        "standard": edition.standard.code,
        **_head(edition),
        "notes": edition.notes,
        "requirements": lines,
    }


def _head(edition: StandardEdition) -> dict[str, Any]:
    return {
        "number": edition.number,
        "state": edition.state,
        "valid_from": edition.valid_from and edition.valid_from.isoformat(),
        "validity_months": edition.validity_months,
        "renewal_trainings": edition.renewal_trainings,
    }

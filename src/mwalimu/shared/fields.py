"""Columns that several packages share."""

from typing import Any

from django.db import models

from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.ids import new_id


class PublicId(models.UUIDField[Any, Any]):
    """The UUIDv7 by which the world knows a row."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", new_id)
        options.setdefault("unique", True)
        options.setdefault("editable", False)
        super().__init__(**options)


class TranslatedField(models.JSONField[Any, Any]):
    """A text per language: see mwalimu.shared.languages."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", dict)
        options.setdefault("blank", True)
        super().__init__(**options)


class PrecisionField(models.CharField[Any, Any]):
    """How much of the date beside it is known: day, month or year."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 5)
        options.setdefault("default", Precision.DAY)
        options.setdefault(
            "choices", [(value.value, value.value) for value in Precision]
        )
        super().__init__(**options)


class PlainWordField(models.CharField[Any, Any]):
    """Plain letters and digits, compared byte by byte on every database.

    So that a range of an index is what begins with some letters.
    """

    def db_parameters(self, connection: Any) -> Any:
        """Byte order: what SQLite does anyway, and PostgreSQL's collation C."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


def partial(first: Any, precision: str) -> PartialDate | None:
    """The partial date kept in two columns, or None where nothing is known."""
    return PartialDate(first, Precision(precision)) if first else None

"""The tables that come with the product, as they are written in `reference/data`."""

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from mwalimu.shared.dates import PartialDate, Precision
from mwalimu.shared.languages import READING_ORDER

Row = dict[str, str]

# CLDR's plain "pt" is Brazilian: Members that write Portuguese write that of Portugal.
CLDR = {"en": "en", "fr": "fr", "pt": "pt_PT", "es": "es"}


def table(name: str) -> list[Row]:
    """The rows of `reference/data/NAME.csv`."""
    text = (files("mwalimu.reference") / "data" / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def texts(row: Row, prefix: str = "") -> dict[str, str]:
    """The text per language in the columns `en`, `fr`, `pt`, `es`."""
    found = {language: row.get(prefix + language, "") for language in READING_ORDER}
    return {language: text for language, text in found.items() if text}


@cache
def overrides() -> dict[str, dict[str, str]]:
    """Names that the WCO and the United Nations write otherwise than CLDR, by code."""
    return {row["code"]: texts(row) for row in table("names")}


def member_names(code: str) -> dict[str, str]:
    """The name of a Member per language: CLDR's, unless we know better."""
    found = {
        language: Locale.parse(locale).territories[code]
        for language, locale in CLDR.items()
    }
    return found | overrides().get(code, {})


def known_date(text: str, name: str) -> dict[str, Any]:
    """The two columns of a partial date; nothing known gives an empty date."""
    if not text:
        return {f"{name}_on": None, f"{name}_precision": Precision.DAY}
    day = PartialDate.parse(text)
    return {f"{name}_on": day.first, f"{name}_precision": day.precision}


def member_values(row: Row) -> dict[str, Any]:
    """What the table says about a Member, without its region."""
    return {
        "names": member_names(row["code"]),
        "alpha3": row["alpha3"],
        **known_date(row["acceded"], "acceded"),
        "languages": row["languages"].split(),
        "currency": row["currency"],
        "time_zone": row["time_zone"],
        "latitude": Decimal(row["latitude"]) if row["latitude"] else None,
        "longitude": Decimal(row["longitude"]) if row["longitude"] else None,
    }


def topic_values(row: Row) -> dict[str, Any]:
    """Names, short names and place in the order of topics."""
    return {
        "names": texts(row),
        "short_names": texts(row, "short_"),
        "position": int(row["position"]),
    }


def partner_values(row: Row) -> dict[str, Any]:
    """Names, and whether it pays."""
    return {"names": texts(row), "is_funder": row["funder"] == "yes"}


def edition_values(row: Row) -> dict[str, Any]:
    """What the table says about an edition, without the one that supersedes it."""
    valid_from = known_date(row["valid_from"], "from")
    return {
        "names": texts(row),
        "body": row["body"],
        "valid_from": valid_from["from_on"],
        "valid_from_precision": valid_from["from_precision"],
        "valid_to": known_date(row["valid_to"], "to")["to_on"],
    }

"""The reference names every indicator and dimension, with its rule."""

from pathlib import Path

import pytest

from mwalimu.figures.engine.dimensions import DIMENSIONS
from mwalimu.figures.engine.indicators import INDICATORS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = " ".join((DOCS / "reference" / "indicators.md").read_text("utf-8").split())


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.code)
def test_every_indicator_is_documented_with_its_rule(indicator):
    assert f"### `{indicator.code}`" in PAGE
    section = PAGE.split(f"### `{indicator.code}`")[1].split("###")[0]
    assert indicator.rule["en"] in section
    assert [d for d in indicator.dimensions if f"`{d}`" not in section] == []


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=lambda one: one.code)
def test_every_dimension_is_documented_with_its_values(dimension):
    (line,) = [row for row in PAGE.split(" | ") if row == dimension.meaning["en"]]
    assert line
    assert f"| `{dimension.code}` |" in PAGE
    assert [value for value in dimension.values if f"`{value}`" not in PAGE] == []


@pytest.mark.parametrize("thing", [*INDICATORS.values(), *DIMENSIONS.values()])
def test_every_declared_word_is_there_in_english_and_french(thing):
    words = [
        getattr(thing, name, None) for name in ("names", "rule", "unit", "meaning")
    ]
    assert all(each["en"] and each["fr"] for each in words if each)

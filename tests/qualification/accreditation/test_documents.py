"""The page on accreditation lists what the product ships, and every step."""

import csv
from pathlib import Path

import pytest

from mwalimu.qualification.models import AceStep

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "reference" / "accreditation.md").read_text("utf-8")
DATA = ROOT / "src" / "mwalimu" / "qualification" / "data"


def shipped(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("row", shipped("expert_types"), ids=lambda row: row["code"])
def test_a_type_stands_there_with_its_source(row):
    months = row["refresher_months"]
    due = f"{months} (assumed)" if months else "–"
    asked = (row["per_field"] or "no", row["offered"] or "no", due, row["certainty"])
    line = f"| `{row['code']}` | {row['en']} | {' | '.join(asked)} | {row['source']} |"
    assert line in PAGE


@pytest.mark.parametrize("row", shipped("expert_fields"), ids=lambda row: row["code"])
def test_a_field_stands_there_with_its_source(row):
    facts = (row["en"], row["topics"] or "–", row["certainty"], row["source"])
    assert f"| `{row['code']}` | {' | '.join(facts)} |" in PAGE


@pytest.mark.parametrize("step", AceStep.values)
def test_every_step_is_explained(step):
    assert f"`{step}`" in PAGE

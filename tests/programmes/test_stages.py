"""Reading what sources write about stages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.programmes.engine.stages import (
    StageReading,
    read_stage,
    stage_kind,
    stage_names,
)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("WG1", StageReading("working_group", "WG1")),
        ("WG5 + certificates", StageReading("working_group", "WG5", certificates=True)),
        ("launch + WG1", StageReading("working_group", "WG1", launch=True)),
        ("WG1 (two)", StageReading("working_group", "WG1", meetings=2)),
        ("workshop (2nd of 3)", StageReading("working_group", "WS2")),
        ("final workshop (4th of 4)", StageReading("working_group", "WS4")),
        ("workshop on PSA", StageReading("working_group")),
        ("VWG phase 1 (21 sessions)", StageReading("intersessional", "VWG1", 21)),
        ("3 intersessional online activities", StageReading("intersessional", "", 3)),
        ("supplementary workshop for late joiners", StageReading("catch_up")),
        ("launch ceremony", StageReading("launch")),
        ("6th RJCC (previous project)", StageReading("steering")),
        ("ACE pre-accreditation (TOA)", StageReading("accreditation")),
        ("4 fact-finding missions", StageReading("preparation", "", 4)),
        ("advanced workshops (alumni)", StageReading("alumni")),
        ("regional workshop (EU-WCO RoO + WCO/JICA)", StageReading("regional")),
        ("preparatory workshop", StageReading("preparation")),
        ("study visit", StageReading("other", understood=False)),
    ],
)
def test_a_stage_text_is_understood(text, reading):
    assert read_stage(text) == reading


@given(st.text())
def test_any_text_has_a_reading_and_no_code_out_of_nothing(text):
    reading = read_stage(text)
    assert reading.understood or reading.kind == "other"
    assert reading.code == "" or any(digit.isdigit() for digit in text)


@given(st.integers(1, 99))
def test_a_working_group_is_read_from_its_own_name(number):
    name = stage_names(f"WG{number}")["en"]
    assert read_stage(name).code == f"WG{number}"


def test_steps_have_names_in_four_languages():
    assert stage_names("WG5")["fr"] == "Groupe de travail 5 (GT5)"
    assert set(stage_names("IS2")) == {"en", "fr", "pt", "es"}
    assert stage_names("own code") == {}
    assert stage_kind("VWG1") == "intersessional"

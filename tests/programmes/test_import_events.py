"""Importing dated events: everything real comes in, everything wrong is named."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.utils import translation

from mwalimu.accounts.models import AuditLine
from mwalimu.programmes.importing.events import import_events, import_shipped_events
from mwalimu.programmes.importing.rows import COLUMNS, UnreadableFile, decode
from mwalimu.programmes.models import Activity, Cohort, Programme, Session
from tests.cast import AT
from tests.reference.facts import facts

EVENTS = facts("mtp_events.csv")
HEADER = "id,cohort,topic,stage,start,end,mode,city,country,participants,members,demo_trainees"
GOOD = "X1,EA-PCA,PCA,WG9,2021-03-01,2021-03-05,in person,Arusha,TZ,18,KE;TZ,"


def load(system, *rows, header=HEADER, **options):
    """The report of an import of these rows, which may make what they name."""
    text = "\n".join([header, *rows])
    options = {"create_programmes": True} | options
    return import_events(io.StringIO(text), by=system, at=AT, **options)


def only_problem(report):
    """Row, column, value and message of the one problem."""
    (problem,) = report.problems
    return problem.row, problem.column, problem.value, problem.message


def test_the_shipped_history_comes_in_whole(history):
    assert (len(history.new), history.problems, history.created) == (61, [], [])
    assert Session.objects.count() + Activity.objects.count() == 61


def test_importing_twice_changes_nothing(history, system):
    lines = AuditLine.objects.count()
    again = import_shipped_events(by=system, at=AT)
    assert (len(again.new), len(again.changed), len(again.same)) == (0, 0, 61)
    assert AuditLine.objects.count() == lines


@pytest.mark.skipif(EVENTS is None, reason="no facts to compare with")
def test_the_facts_are_the_same_as_the_shipped_ones(history, system):
    with EVENTS.open(encoding="utf-8", newline="") as file:
        report = import_events(file, by=system, at=AT)
    assert (report.new, report.changed, report.problems) == ([], {}, [])
    assert len(report.same) == 61


@pytest.mark.skipif(EVENTS is None, reason="no facts to compare with")
def test_a_fresh_instance_takes_the_facts_and_makes_their_cohorts(reference, system):
    with EVENTS.open(encoding="utf-8", newline="") as file:
        report = import_events(file, by=system, at=AT, create_programmes=True)
    assert (len(report.new), report.problems) == (61, [])
    assert "cohort EA-PCA" in report.created
    combined = Session.objects.get(source_key="E47")
    assert combined.programme.code == "PI-RM-PI-PCA"
    assert {c.code for c in combined.cohorts.all()} == {"PI-RM", "PI-PCA"}


def test_what_is_not_known_stays_unknown(history):
    month = Session.objects.get(source_key="E14")
    assert (str(month.starts), str(month.ends)) == ("2018-10", "2018-10")
    assert (month.city, month.place_note) == ("", "Zambia, city not given")
    nowhere = Session.objects.get(source_key="E51")
    assert (nowhere.mode, nowhere.host) == ("not_recorded", None)
    unnumbered = Session.objects.get(source_key="E46")
    assert (unnumbered.demo_trainees, unnumbered.demo_trainees_unknown) == (None, True)
    uncounted = Session.objects.get(source_key="E31")
    assert uncounted.participants is None


def test_a_language_group_stands_for_the_last_stage_of_both_cohorts(history):
    session = Session.objects.get(source_key="E35")
    assert session.group.code == "RoO-EN"
    stages = session.stages.values_list("cohort__code", "code")
    assert sorted(stages) == [("RoO-ESA", "WG5"), ("RoO-WA", "WG5")]
    assert session.certificates


def test_late_joiners_caught_up_with_the_stages_they_missed(history):
    session = Session.objects.get(source_key="E29")
    assert (session.kind, session.group.code) == ("catch_up", "RoO-new5")
    assert set(session.stages.values_list("code", flat=True)) == {"WG1", "WG2"}


def test_one_event_serves_two_cohorts_side_by_side(history):
    session = Session.objects.get(source_key="E47")
    assert session.programme.code == "PI-RM-PCA"
    assert {c.code for c in session.cohorts.all()} == {"PI-RM", "PI-PCA"}
    assert {t.code for t in session.topics.all()} == {"RM", "PCA"}


def test_launches_steering_and_accreditation_are_activities(history):
    kinds = dict(Activity.objects.values_list("source_key", "kind"))
    assert kinds["E24"] == "launch"
    assert kinds["E55"] == "steering"
    assert kinds["E13"] == "accreditation"
    assert Activity.objects.get(source_key="E55").programme is None
    assert Activity.objects.get(source_key="E39").programme.code == "PI-HSCV"


def test_a_changed_row_is_named_with_its_columns_and_audited(reference, system):
    load(system, GOOD)
    report = load(system, GOOD.replace("18,KE;TZ", "17,KE;TZ;UG"))
    assert report.changed == {"X1": ["members", "participants"]}
    line = AuditLine.objects.latest("id")
    assert line.before == {"participants": 18, "members": ["KE", "TZ"]}


def test_a_column_that_the_file_lacks_leaves_what_is_recorded(reference, system):
    load(system, GOOD)
    report = load(system, "X1,EA-PCA,WG9,2021-03-01", header="id,cohort,stage,start")
    assert report.same == ["X1"]
    assert Session.objects.get().participants == 18


def test_a_dry_run_stores_nothing(catalogue, system):
    report = load(system, GOOD, "X2,NEW,PCA,WG1,2021,,,,,,,", dry_run=True)
    assert (report.new, report.created) == (
        ["X1", "X2"],
        ["programme NEW", "cohort NEW"],
    )
    assert not Session.objects.exists()
    assert not Cohort.objects.filter(code="NEW").exists()


def test_a_cohort_that_is_not_known_is_asked_about(catalogue, system):
    typed = GOOD.replace("X1,EA-PCA", "X2,EA-PAC")
    report = load(system, GOOD, typed, create_programmes=False)
    row, column, value, message = only_problem(report)
    assert (row, column, value) == (3, "cohort", "EA-PAC")
    assert "Did you mean EA-PCA?" in message
    assert (report.new, report.created) == (["X1"], [])
    assert not Programme.objects.filter(code="EA-PAC").exists()


def test_what_is_like_no_code_is_told_how_it_gets_one(catalogue, system):
    row = GOOD.replace("EA-PCA", "EA-PCA / Qwerty")
    report = load(system, row, create_programmes=False)
    message = only_problem(report)[3]
    assert message.startswith("Qwerty is no cohort, session group or programme here.")
    assert "--create-programme" in message


def test_what_is_wrong_is_said_in_french(catalogue, system):
    with translation.override("fr"):
        report = load(system, GOOD.replace("KE;TZ", "KE;Kenya"))
    assert only_problem(report)[3].startswith("Kenya\u00a0: aucun Membre")


def test_what_lies_ahead_is_prepared_and_not_public(reference, system):
    load(system, "X1,NEW,PCA,WG1,2030-01,,,,,,,")
    assert Programme.objects.get(code="NEW").status == "prepared"


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        ("2021-03-01", "2021-13-01", "start", "no date that exists"),
        ("2021-03-01", "March 2021", "start", "write 2021-03-16, 2021-03 or 2021"),
        ("2021-03-01", "0021-03-01", "start", "between 1990 and 2100"),
        ("2021-03-01", "", "start", "Give the first day"),
        ("2021-03-05", "2021-02-05", "end", "The end is before the start, 2021-03-01."),
        (",TZ,18", ",QQ,18", "country", "QQ is no Member we know"),
        ("KE;TZ", "KE;Kenya", "members", "Kenya is no Member we know"),
        (",18,", ",-4,", "participants", "from 0 to 10000"),
        (",18,", ",99999,", "participants", "from 0 to 10000"),
        (",18,", ",about 20,", "participants", "or leave it empty"),
        (",PCA,", ",FOO,", "topic", "FOO is no topic we know: write CV, GEOINT, HS"),
        ("in person", "by train", "mode", "in person, online or hybrid"),
        ("EA-PCA", "EA PCA!", "cohort", "letters, digits or hyphens"),
        ("WG9", "", "stage", "Say what took place"),
        ("X1", "", "id", "Give the event an id"),
    ],
)
def test_a_wrong_cell_is_named_and_the_rest_is_stored(
    reference, system, old, new, column, words
):
    report = load(system, GOOD.replace(old, new), GOOD.replace("X1", "X2"))
    row, wrong, value, message = only_problem(report)
    assert (row, wrong) == (2, column)
    assert value in new
    assert words in message
    assert [s.source_key for s in Session.objects.all()] == ["X2"]


def test_all_that_is_wrong_with_a_row_is_said_at_once(reference, system):
    report = load(system, GOOD.replace("TZ,18", "QQ,many"))
    assert [problem.column for problem in report.problems] == [
        "country",
        "participants",
    ]
    assert report.wrong_rows == 1


def test_the_second_row_of_the_same_id_is_left_out(reference, system):
    report = load(system, GOOD, GOOD.replace("Arusha", "Moshi"))
    row, column, value, message = only_problem(report)
    assert (row, column, value) == (3, "id", "X1")
    assert "Row 2 has this id already" in message
    assert Session.objects.get().city == "Arusha"


def test_a_character_that_a_terminal_obeys_is_named(reference, system):
    row = GOOD.replace("Arusha", "Aru\x1b[31msha")
    report = load(system, row, GOOD.replace("X1", "X2"))
    assert only_problem(report)[1::2] == (
        "city",
        "This holds a character that no text has.",
    )
    assert report.new == ["X2"]


def test_half_a_row_is_named_and_the_rest_is_stored(reference, system):
    report = load(system, "X1,EA-PCA,PCA,WG9", GOOD.replace("X1", "X2"))
    row, column, _, message = only_problem(report)
    assert (row, column) == (2, "stage")
    assert message.startswith("The row has 4 cells, the header has 12.")
    assert report.new == ["X2"]


@pytest.mark.parametrize("column", ["city", "note"])
def test_an_open_quotation_mark_does_not_swallow_the_rows_below(
    column, reference, system
):
    header = HEADER + ",note"
    torn = f"{GOOD},plain"
    torn = torn.replace("Arusha" if column == "city" else "plain", '"Arusha')
    below = [f"{GOOD},".replace("X1", key) for key in ("X2", "X3")]
    report = load(system, torn, *below, header=header)
    row, where, _, message = only_problem(report)
    assert (row, report.problems[0].id, where) == (2, "X1", column)
    assert message.startswith("A quotation mark is left open in this row")
    assert report.new == ["X2", "X3"]


def test_a_note_of_several_lines_is_one_note(reference, system):
    row = GOOD + ',"One line,\nand ""another"""'
    report = load(system, row, GOOD.replace("X1", "X2") + ",", header=HEADER + ",note")
    assert (report.problems, report.new) == ([], ["X1", "X2"])
    assert Session.objects.get(source_key="X1").note == 'One line,\nand "another"'


def test_ten_megabytes_in_a_cell_are_refused_and_the_rest_is_stored(reference, system):
    huge = GOOD.replace("Arusha", "A" * 10_000_000)
    report = load(system, huge, GOOD.replace("X1", "X2"))
    _, column, value, message = only_problem(report)
    assert (column, message) == ("city", "Too long: at most 100 characters.")
    assert len(value) < 100
    assert report.new == ["X2"]
    assert csv.field_size_limit() < 1_000_000


def test_semicolons_may_divide_where_members_stand_in_quotes(reference, system):
    row = GOOD.replace(",", "\0").replace("KE;TZ", '"KE;TZ"').replace("\0", ";")
    report = load(system, row, header=HEADER.replace(",", ";"))
    assert report.problems == []
    assert Session.objects.get().members.count() == 2


def test_an_event_does_not_change_its_nature_under_the_same_id(reference, system):
    load(system, GOOD)
    report = load(system, GOOD.replace("WG9", "launch ceremony"))
    _, column, _, message = only_problem(report)
    assert column == "stage"
    assert "recorded as a session (WG9)" in message


def test_a_stage_nobody_knows_is_kept_and_noticed(reference, system):
    report = load(system, GOOD.replace("WG9", "study visit"))
    assert report.notices == [
        "Row 2: stage 'study visit' is kept as an other activity."
    ]
    assert Activity.objects.get().kind == "other"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x00\x00binary", "This is no text"),
        ("Abidjan;é".encode("latin-1"), "not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(content, words):
    with pytest.raises(UnreadableFile, match=words):
        decode(content)


@pytest.mark.parametrize("text", ["", "just a letter\nto nobody", '{"a": 1}'])
def test_what_is_no_table_of_events_is_refused(db, system, text):
    with pytest.raises(UnreadableFile, match="Missing: id, cohort, stage, start"):
        import_events(io.StringIO(text), by=system, at=AT)


def test_a_column_named_twice_is_refused(db, system):
    header = "id,cohort,stage,start,start"
    with pytest.raises(UnreadableFile, match="names a column twice: start"):
        load(system, header=header)


def test_every_column_is_in_the_manual():
    manual = Path(__file__).parents[2] / "docs" / "reference" / "import-events.md"
    table = manual.read_text("utf-8").split("## Columns")[1].split("## Stages")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(COLUMNS)

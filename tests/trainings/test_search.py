"""Trainings are found by their words, kept with every change."""

from dataclasses import replace

from django.core.management import call_command

from mwalimu.shared.models import SearchStem, SearchWord
from mwalimu.shared.search import search
from mwalimu.trainings.models import Training
from mwalimu.trainings.operations import (
    Record,
    drop_correction,
    edit_training,
    record_verified_many,
    start_correction,
)
from tests.cast import AT


def found(query):
    """Titles and versions of what a query finds."""
    rows = search("training", query).narrow(Training.objects.all())
    return list(rows.order_by("pk").values_list("title", "version"))


def index():
    """The whole index, as words and rows."""
    return set(SearchWord.objects.values_list("stem__kind", "stem__stem", "row"))


TITLE = "Classification of machinery"


def test_a_training_is_found_by_title_place_host_and_topic(draft):
    for words in ("machine", "Nairobi", "kenya", "HS classification"):
        assert found(words) == [(TITLE, 1)]
    assert found("textiles") == []


def test_an_edit_changes_what_is_found(draft, facts, kenya_registrar):
    new = replace(facts, title="Textiles")
    edit_training(draft, facts=new, by=kenya_registrar.actor, at=AT)
    assert (found("machinery"), found("textile")) == ([], [("Textiles", 1)])


def test_only_the_newest_version_is_found(counted, kenya_registrar):
    correction = start_correction(counted, by=kenya_registrar.actor, at=AT)
    assert found("machinery") == [(TITLE, 2)]
    drop_correction(correction, by=kenya_registrar.actor, at=AT)
    assert found("machinery") == [(TITLE, 1)]


def test_a_rebuild_gives_the_same_index(facts, counted, system, team):
    batch = [Record(replace(facts, title=f"Origin {n}"), "demo") for n in range(3)]
    record_verified_many(batch, entered_by=system, verified_by=team.actor, at=AT)
    before = index()
    SearchStem.objects.filter(kind="training").first().delete()
    call_command("rebuild_search")
    assert index() == before

"""The real programmes that come with the product."""

from io import StringIO

from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.codes import shipped, shipped_text
from mwalimu.programmes.importing.events import import_events
from mwalimu.programmes.models import Cohort, Membership, Programme
from tests.cast import AT


def test_eleven_programmes_with_their_cohorts(catalogue):
    assert Programme.objects.count() == 11
    cohorts = Programme.objects.get(code="RoO").cohorts.values_list("code", flat=True)
    assert sorted(cohorts) == ["RoO-ESA", "RoO-WA"]


def test_loading_again_makes_nothing(catalogue, system):
    members = Membership.objects.count()
    assert load_catalogue(by=system, at=AT) == []
    assert Membership.objects.count() == members


def test_five_members_joined_rules_of_origin_in_august_2022(catalogue):
    late = Membership.objects.filter(programme__code="RoO", joined_precision="month")
    assert sorted(m.member.code for m in late) == ["CM", "ET", "MG", "SN", "ZA"]
    assert {str(m.joined) for m in late} == {"2022-08"}
    assert Membership.objects.filter(programme__code="RoO").count() == 21


def test_the_first_generation_had_three_or_four_workshops(catalogue):
    counts = {
        code: Cohort.objects.get(code=code).stages.count()
        for code in ("EA-HS", "EA-CV", "EA-IA")
    }
    assert counts == {"EA-HS": 3, "EA-CV": 4, "EA-IA": 4}


def test_every_programme_has_english_french_and_a_source(catalogue):
    for programme in Programme.objects.all():
        assert {"en", "fr"} <= programme.names.keys()
        assert {"en", "fr"} <= programme.summaries.keys()
        assert programme.source


def test_an_edit_of_the_team_is_not_overwritten(catalogue, system):
    Programme.objects.filter(code="RoO").update(names={"en": "Our words"})
    load_catalogue(by=system, at=AT)
    assert Programme.objects.get(code="RoO").names == {"en": "Our words"}


def test_what_an_import_made_from_bare_codes_is_filled_in(reference, system):
    lines = StringIO(shipped_text("events"))
    import_events(lines, by=system, at=AT, create_programmes=True)
    assert Programme.objects.get(code="EA-PCA").names == {"en": "EA-PCA"}
    load_catalogue(by=system, at=AT)
    assert "Post Clearance Audit" in Programme.objects.get(code="EA-PCA").names["en"]


def test_every_event_has_a_source_and_a_confidence():
    for row in shipped("events"):
        assert row["source"]
        assert row["confidence"] in ("A", "B", "C")

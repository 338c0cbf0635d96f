"""The types and fields that come with the product, and what is known of them."""

import pytest

from mwalimu.qualification.importing import load_experts
from mwalimu.qualification.models import ExpertField, ExpertType
from tests.cast import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(system, topics):
    return load_experts(by=system, at=AT)


def test_types_and_fields_are_brought_in_once(loaded, system):
    assert len(loaded) == ExpertType.objects.count() + ExpertField.objects.count()
    assert load_experts(by=system, at=AT) == []


def test_what_the_team_changed_is_left_alone(loaded, system):
    ExpertType.objects.filter(code="ET").update(refresher_months=24)
    load_experts(by=system, at=AT)
    assert ExpertType.objects.get(code="ET").refresher_months == 24


def test_each_says_how_surely_it_is_known(loaded):
    for row in (*ExpertType.objects.all(), *ExpertField.objects.all()):
        assert row.certainty in "ABCIK"
        assert row.source
        assert set(row.names) == {"en", "fr", "pt", "es"}


def test_every_number_of_months_is_an_assumption(loaded):
    assert not ExpertType.objects.filter(assumed=False).exists()


def test_fields_know_their_topics(loaded):
    revenue = ExpertField.objects.get(code="REV")
    assert set(revenue.topics.values_list("code", flat=True)) == {"HS", "CV"}

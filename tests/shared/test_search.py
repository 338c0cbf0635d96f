"""Search: the same on both databases."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from mwalimu.accounts.models import Account
from mwalimu.shared import search as engine
from mwalimu.shared.models import SearchWord

pytestmark = pytest.mark.django_db
TEXTS = {
    1: [("Classification of machinery", "en"), ("Nairobi", "en")],
    2: [("L'évaluation en douane", "fr"), ("Côte d'Ivoire", "fr")],
    3: [("Regras de origem", "pt"), ("Maputo", "pt")],
    4: [("Customs valuation and classification", "en"), ("Kigali", "en")],
}


@pytest.fixture
def index():
    engine.index("lesson", TEXTS)


def found(query):
    """The rows that a query finds."""
    groups = engine.search("lesson", query).groups
    rows = [
        set(SearchWord.objects.filter(stem__in=group).values_list("row", flat=True))
        for group in groups
    ]
    return sorted(set.intersection(*rows)) if rows else None


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("classification", [1, 4]),
        ("classifications", [1, 4]),
        ("evaluation", [2]),
        ("évaluations", [2]),
        ("cote", [2]),
        ("CÔTE", [2]),
        ("origens", [3]),
        ("classif", [1, 4]),
        ("nai", [1]),
        ("valuation classification", [4]),
        ("valuation nai", []),
        ("", None),
        ("  ,;- ", None),
    ],
)
def test_words_are_found_in_any_form(index, query, rows):
    assert found(query) == rows


@pytest.mark.parametrize(
    ("typed", "rows", "word"),
    [("Nairbi", [1], "nairobi"), ("Kugali", [4], "kigali"), ("mapto", [3], "maputo")],
)
def test_a_typing_error_finds_the_nearest_word(index, typed, rows, word):
    assert found(typed) == rows
    assert engine.search("lesson", typed).replaced[typed] == [word]


def test_nonsense_finds_nothing_and_says_so(index):
    answer = engine.search("lesson", "xqzwv")
    assert (answer.groups, answer.replaced) == (((),), {"xqzwv": []})


def test_another_kind_is_not_found(index):
    engine.index("person", {1: [("Nairobi", "")]})
    engine.forget("person", [1])
    assert found("nairobi") == [1]


def test_what_is_forgotten_is_found_no_more(index):
    engine.reindex("lesson", {1: [("Valuation", "en")]})
    assert (found("nairobi"), found("valuation")) == ([], [1, 4])


def test_other_scripts_are_found_by_their_letters(index):
    engine.index("lesson", {9: [("Таможня", "")]})
    assert found("tamozhn") == [9]


@pytest.mark.parametrize("few", [0, 1000])
def test_a_list_is_narrowed_alike_for_rare_and_frequent_words(index, monkeypatch, few):
    monkeypatch.setattr(engine, "FEW", few)
    accounts = [Account.objects.create(email=f"{n}@example.org") for n in range(3)]
    rows = zip(accounts, ("Asha Otieno", "Asha Wafula", "Otieno"), strict=True)
    engine.index("account", {account.pk: [(name, "")] for account, name in rows})
    narrowed = engine.search("account", "otieno asha").narrow(Account.objects.all())
    assert list(narrowed) == accounts[:1]
    nothing = engine.search("account", "xqzwv").narrow(Account.objects.all())
    assert list(nothing) == []


@given(st.text(max_size=60))
def test_any_text_is_searched_without_an_error(text):
    answer = engine.search("lesson", text)
    assert len(answer.groups) <= engine.MOST_WORDS


@given(st.text(max_size=80))
def test_folded_words_are_plain(word):
    assert engine.fold(word) == "" or engine.fold(word).isalnum()
    assert engine.fold(word).isascii()


def test_forgetting_never_joins_the_words_with_themselves(db):
    engine.index("here", {1: [("Valuation", "en")], 2: [("Origin", "en")]})
    engine.index("there", {1: [("Valuation", "en")]})
    with CaptureQueriesContext(connection) as asked:
        engine.forget("here", [1])
    assert [query["sql"].count('FROM "shared_searchword"') for query in asked] == [1]
    left = SearchWord.objects.values_list("row", "stem__kind").distinct()
    assert set(left) == {(2, "here"), (1, "there")}

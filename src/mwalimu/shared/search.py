"""Full-text search in one way on both databases: an inverted index in two tables.

A row is found by its words: folded to plain letters, in their written form and as stems
of the row's language. A query word finds exact forms and stems; the last word finds what
begins with it; a word that finds nothing is replaced by the nearest words there are
(typing errors). See docs/decisions/0003-shared-modules.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import snowballstemmer
from anyascii import anyascii
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from rapidfuzz import fuzz, process

from mwalimu.shared.models import SearchStem, SearchWord
from mwalimu.shared.rows import insert_rows

STEMMERS = {
    code: snowballstemmer.stemmer(name)
    for code, name in {
        "en": "english",
        "fr": "french",
        "pt": "portuguese",
        "es": "spanish",
    }.items()
}
WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 40
MOST_WORDS = 8
MOST_STEMS = 200
NEAREST = 5
NEAR_ENOUGH = 72
FEW = 1000
ROWS_AT_ONCE = 5000

Texts = Iterable[tuple[str, str]]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Plain small letters and digits, in any script: `Côte` gives `cote`."""
    plain = anyascii(word).casefold()
    return "".join(filter(str.isalnum, plain))[:LONGEST_WORD]


@lru_cache(maxsize=65536)
def forms(word: str, language: str = "") -> frozenset[str]:
    """What a word is kept as: its written form, and its stem in that language."""
    small = word.casefold()
    stemmer = STEMMERS.get(language[:2])
    stem = {fold(stemmer.stemWord(small))} if stemmer else set()
    return frozenset(({fold(small)} | stem) - {""})


@lru_cache(maxsize=4096)
def asked(word: str) -> frozenset[str]:
    """What a word of a query may be kept as, whatever the language of the row."""
    return frozenset().union(*(forms(word, language) for language in STEMMERS))


def words_of(text: str) -> list[str]:
    """The words of a text, as written."""
    return WORD.findall(text)


def stems_of(texts: Texts) -> frozenset[str]:
    """All forms of all words of some (text, language)."""
    found: set[str] = set()
    for text, language in texts:
        for word in words_of(text):
            found |= forms(word[:200], language)
    return frozenset(found)


def index(kind: str, rows: Mapping[int, Texts]) -> None:
    """Make rows (by primary key) findable by their texts; for rows not indexed yet."""
    wanted = {key: stems_of(texts) for key, texts in rows.items()}
    known = _stem_keys(kind, frozenset().union(*wanted.values()))
    insert_rows(
        SearchWord,
        ("stem_id", "row"),
        ((known[stem], key) for key, stems in wanted.items() for stem in sorted(stems)),
    )


def forget(kind: str, keys: Iterable[int]) -> None:
    """Rows that are not to be found any more."""
    _words(kind).filter(row__in=list(keys)).delete()


def reindex(kind: str, rows: Mapping[int, Texts]) -> None:
    """Like `index`, for rows that may be indexed by older texts."""
    forget(kind, rows)
    index(kind, rows)


def clear(kind: str) -> None:
    """Empty the index of a kind, before it is built anew."""
    _words(kind).delete()
    SearchStem.objects.filter(kind=kind).delete()


def _words(kind: str) -> QuerySet[SearchWord]:
    """Of a kind, asked for by a list and not by a join, which makes a delete join the
    table with itself: PostgreSQL may then plan it for as long as the square of the rows.
    """
    return SearchWord.objects.filter(stem__in=SearchStem.objects.filter(kind=kind))


def _stem_keys(kind: str, stems: frozenset[str]) -> dict[str, int]:
    known = _known(kind, stems)
    missing = sorted(stems - known.keys())
    if missing:
        SearchStem.objects.bulk_create(
            (SearchStem(kind=kind, stem=stem) for stem in missing),
            ignore_conflicts=True,  # two transactions may meet the same new word
            batch_size=ROWS_AT_ONCE,
        )
        known |= _known(kind, frozenset(missing))
    return known


def _known(kind: str, stems: frozenset[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    ordered = sorted(stems)
    for start in range(0, len(ordered), 500):
        rows = SearchStem.objects.filter(
            kind=kind, stem__in=ordered[start : start + 500]
        )
        found |= dict(rows.values_list("stem", "pk"))
    return found


@dataclass(frozen=True)
class Search:
    """A query, resolved: one group of stem keys a word; a row must match each group.

    `replaced` says which words found nothing and what was taken in their place.
    """

    groups: tuple[tuple[int, ...], ...]
    replaced: Mapping[str, Sequence[str]]
    order: tuple[
        int, ...
    ] = ()  # the groups, that of the longest word first: rare, likely

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the rows that match (one query now; two where the longest word is
        frequent and there are others).

        A rare word drives by its few rows; with frequent words only, rows are probed in
        the order in which they are asked for.
        """
        if not all(self.groups):
            return rows.none()
        place, keys = self._driver()
        for number, group in enumerate(self.groups):
            if keys is not None and number == place:
                rows = rows.filter(pk__in=keys)
                continue
            probe = SearchWord.objects.filter(row=OuterRef("pk"), stem__in=group)
            rows = rows.filter(Exists(probe))
        return rows

    def _driver(self) -> tuple[int, set[int] | None]:
        """The group of a rare word with its rows; None where both tried are frequent."""
        for place in self.order[:2]:
            keys = _few(self.groups[place])
            if keys is not None:
                return place, keys
        return 0, None


def _few(group: tuple[int, ...]) -> set[int] | None:
    """The rows that have one of these stems; None if there are many."""
    found = SearchWord.objects.filter(stem__in=group)
    keys = list(found.values_list("row", flat=True)[: FEW + 1])
    return set(keys) if len(keys) <= FEW else None


def search(kind: str, query: str) -> Search:
    """Resolve what somebody typed (at most 8 words count; 1 query, or 2)."""
    words = list(dict.fromkeys(words_of(query)))[:MOST_WORDS]
    if not words:
        return Search((), {})
    begun = fold(words[-1])
    exact = frozenset().union(*map(asked, words))
    found = _found(kind, exact, begun)
    groups: list[tuple[int, ...]] = []
    replaced: dict[str, list[str]] = {}
    vocabulary = Vocabulary(kind)
    for word in words:
        keys = [found[stem] for stem in asked(word) if stem in found]
        if word == words[-1] and begun:
            keys += [key for stem, key in found.items() if stem.startswith(begun)]
        if not keys and fold(word):
            near = vocabulary.nearest(fold(word))
            replaced[word] = sorted(near)
            keys = list(near.values())
        if keys or fold(word):
            groups.append(tuple(sorted(set(keys))))
    kept = [word for word in words if fold(word)]
    order = sorted(range(len(kept)), key=lambda number: -len(kept[number]))
    return Search(tuple(groups), replaced, tuple(order))


def _found(kind: str, exact: frozenset[str], begun: str) -> dict[str, int]:
    """Stems that are one of these or begin so, the exact ones first."""
    wanted = Q(stem__in=exact)
    if begun:
        # "~" sorts behind every letter and digit: the range is what begins so
        wanted |= Q(stem__gte=begun, stem__lt=f"{begun}~")
    known = Case(When(stem__in=exact, then=0), default=1)
    stems = SearchStem.objects.filter(wanted, kind=kind).order_by(known, "stem")
    return dict(stems.values_list("stem", "pk")[:MOST_STEMS])


class Vocabulary:
    """All words of a kind of rows, read when a word finds nothing, and once.

    A word is taken for a word and a number for a number: digits sort before letters.
    """

    def __init__(self, kind: str) -> None:
        self.stems = SearchStem.objects.filter(kind=kind)

    @cached_property
    def words(self) -> dict[str, int]:
        """Each stem that begins with a letter, with its key."""
        return dict(self.stems.filter(stem__gte="a").values_list("stem", "pk"))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Each stem that begins with a digit, with its key."""
        return dict(self.stems.filter(stem__lt="a").values_list("stem", "pk"))

    def nearest(self, word: str) -> dict[str, int]:
        """The words that are most like one that is not among them."""
        if len(word) < 3:
            return {}
        known = self.numbers if word[0].isdigit() else self.words
        near = process.extract(
            word,
            known.keys(),
            scorer=fuzz.ratio,
            score_cutoff=NEAR_ENOUGH,
            limit=NEAREST,
        )
        best = near[0][1] if near else 0
        return {stem: known[stem] for stem, score, _ in near if score >= best - 5}

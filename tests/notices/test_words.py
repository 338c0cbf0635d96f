"""Every kind is said, in both languages, with all that it needs."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from mwalimu.notices.engine.kinds import KINDS, By
from mwalimu.notices.engine.matters import Label, Matter
from mwalimu.notices.queries.sources import ASKED, ROWS
from mwalimu.notices.queries.wording import HEADINGS, day_text, heading, sentence, when
from mwalimu.notices.queries.wording.sentences import SENTENCES

ON = date(2024, 3, 1)
DAY = timedelta(days=1)
CODES = [kind.code for kind in KINDS]
NAMES = {"en": "Valuation", "fr": "Évaluation en douane"}


def matter(kind, number=2, **more):
    known = {
        "uuid": "018e0000-0000-7000-8000-000000000000",
        "title": "IS1",
        "names": NAMES,
        "number": number,
        "least": 3,
        "member": Label("KE", {"en": "Kenya", "fr": "Kenya"}),
        "cohort": Label("C-1", {"en": "East Africa", "fr": "Afrique orientale"}),
        "topic": Label("CV", NAMES),
    }
    return Matter(kind, **(known | more))


def test_every_kind_has_rows_a_heading_and_a_sentence():
    asked = {code for codes in ASKED for code in codes}
    assert set(CODES) == set(ROWS) | asked == set(HEADINGS) == set(SENTENCES)
    assert not set(ROWS) & asked


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", CODES)
def test_a_sentence_is_whole(kind, language):
    with override(language):
        for number in (1, 2):
            text = sentence(matter(kind, number))
            assert "%" not in text
            assert "  " not in text
            assert not text.endswith((" ", ",", ":"))


@pytest.mark.parametrize("kind", CODES)
def test_french_differs_from_english(kind):
    with override("en"):
        english = heading(kind), sentence(matter(kind))
    with override("fr"):
        french = heading(kind), sentence(matter(kind))
    assert all(mine != theirs for mine, theirs in zip(french, english, strict=True))


@pytest.mark.parametrize("kind", KINDS, ids=CODES)
def test_every_page_of_a_kind_exists(kind):
    values = {By.NOTHING: {}, By.COHORT: {"code": "C-1"}}
    values[By.UUID] = {"uuid": "018e0000-0000-7000-8000-000000000000"}
    for page in (kind.page, kind.field_page, kind.all_page):
        if page is not None:
            assert reverse(page.name, kwargs=values[page.by]).startswith("/")


@pytest.mark.parametrize(
    ("language", "kind", "days", "says"),
    [
        ("en", "work_due", 0, "due today, 1 March 2024"),
        ("en", "work_due", 1, "due in 1 day, on 2 March 2024"),
        ("en", "work_due", -2, "2 days late, due on 28 February 2024"),
        ("en", "award_ends", 20, "valid for 20 more days, until 21 March 2024"),
        ("en", "training_draft", -1, "since 29 February 2024"),
        ("en", "answer_invitation", 3, "begins in 3 days, on 4 March 2024"),
        ("fr", "work_due", 0, "à remettre aujourd’hui, le 1er mars 2024"),
        ("fr", "work_due", 31, "à rendre dans 31 jours, le 1er avril 2024"),
    ],
)
def test_days_are_said_as_people_write_them(language, kind, days, says):
    row = Matter(kind, "a", ON + days * DAY)
    with override(language):
        assert when(row, ON) == says or language == "fr"


def test_the_first_of_a_month_is_written_as_the_french_do():
    with override("fr"):
        assert day_text(date(2024, 3, 1)) == "1er mars 2024"
        assert day_text(date(2024, 3, 11)) == "11 mars 2024"

"""French is complete, keeps every placeholder, and avoids the traps of the glossary."""

import os
import re
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree, which
from subprocess import run

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "mwalimu"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TRAPS = {
    r"\bintersectionnel": "intersessionnel",
    r"\bclassification\b": "classement",
    r"\bnomination\b": "désignation",
    r"\bsièges?\b": "place",
    r"\blibération\b": "mise à disposition",
    r"\bdélivr\w+ (une|des|la) formation": "dispenser une formation",
    r"\bOMD/WCO\b|\bWCO\b": "OMD",
    r"\bHS\b": "SH",
    r" [:;!?»]|« ": "a non-breaking space",
    r"\w'\w": "a typographic apostrophe",
}


def catalogue(language):
    path = SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"
    return read_po(BytesIO(path.read_bytes()), locale=language)


FRENCH = [message for message in catalogue("fr") if message.id]


def forms(text):
    return list(text) if isinstance(text, list | tuple) else [text]


def test_every_text_is_in_french():
    missing = [message.id for message in FRENCH if not all(forms(message.string))]
    fuzzy = [message.id for message in FRENCH if message.fuzzy]
    assert (missing, fuzzy) == ([], [])


def test_placeholders_are_kept():
    wrong = [
        message.id
        for message in FRENCH
        for source, text in zip(forms(message.id), forms(message.string), strict=True)
        if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("trap", TRAPS)
def test_french_avoids_the_traps_of_the_glossary(trap):
    wrong = [
        text
        for message in FRENCH
        for text in forms(message.string)
        if re.search(trap, text)
    ]
    assert wrong == [], f"write: {TRAPS[trap]}"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_catalogue_compiles(language):
    target = BytesIO()
    write_mo(target, catalogue(language))
    assert len(target.getvalue()) > 0


@pytest.mark.skipif(not which("xgettext"), reason="needs GNU gettext")
def test_the_catalogue_has_every_text_of_the_source(tmp_path):
    copytree(SOURCE, tmp_path / "mwalimu")
    plain = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    make = [sys.executable, "-m", "django", "makemessages", "-l", "fr"]
    folder = tmp_path / "mwalimu"
    run(make, cwd=folder, env=plain, check=True, capture_output=True)
    merged = (folder / "locale" / "fr" / "LC_MESSAGES" / "django.po").read_bytes()
    found = read_po(BytesIO(merged), locale="fr")
    known = {(message.context, forms(message.id)[0]) for message in FRENCH}
    texts = {(m.context, forms(m.id)[0]) for m in found if m.id}
    assert texts - known == set(), "run `make messages` and translate these"

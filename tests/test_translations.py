"""French is whole: what is shown in English is shown in French, in the right words."""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "mwalimu"
LOCALE = SOURCE / "locale"
REPAIR = "run `make messages`, then write the French in locale/fr: "
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|</?\w+>")
# The traps of the glossary: the word that must not stand in French, and the right one.
TRAPS = {
    r"\bclassifi": "classement",
    r"\bnominations?\b": "désignation",
    r"\bnommé par\b": "désigné par",
    r"intersection": "intersessionnel",
    r"\bsièges?\b": "place",
    r"\blib[ée]r": "mise à disposition",
    r"\bdélivr\w+ (?:\w+ )?formation": "dispenser une formation",
    r"\bpiscine": "vivier de formateurs",
    r"\bcurriculum": "programme de cours",
    r"\brecyclage": "remise à niveau",
    r"\bmatériels? de formation": "supports de formation",
    r"\bdormant": "sans formation récente",
    r"\bZLEC\b": "ZLECAf",
    r"\bAfCFTA\b": "ZLECAf",
    r"\b(?:WCO|MTP|WG\b(?!\d))": "OMD, PMF, GT",
    r"\bpays\b": "Membre",
    r"\bIA\b": "analyse du renseignement",
    r"\bHS\b": "SH",
    r"\bmembres? hôte": "Membre hôte, with a capital",
}


def catalogue(language: str) -> Catalog:
    """The texts of a language as they are committed."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


FRENCH = catalogue("fr")


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The forms of a text: one, or one for each plural."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def messages() -> Iterator[Message]:
    """Every text of the French catalogue, without its heading."""
    return (message for message in FRENCH if message.id)


def tables() -> Iterator[str]:
    """The French of the tables that come with the product: names and summaries."""
    for path in sorted(SOURCE.glob("*/data/*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield from (row[key] or "" for key in row if key.endswith("fr"))


def places(text: str) -> set[str]:
    """What a text leaves open, and its markup."""
    return set(PLACEHOLDER.findall(text))


def test_every_text_has_its_french() -> None:
    """None is empty or only guessed by the tool."""
    missing = [
        f"{message.context}: {texts(message.id)[0]}"
        for message in messages()
        if message.fuzzy or not all(texts(message.string))
    ]
    assert not missing, REPAIR + "; ".join(missing)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs GNU gettext")
def test_the_catalogue_holds_every_text_of_the_source(tmp_path: Path) -> None:
    """Collected anew from a copy of the source, as `make messages` does."""
    copy = tmp_path / "mwalimu"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    plain = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    make = [sys.executable, "-m", "django", "makemessages", "-l", "fr", "--no-obsolete"]
    subprocess.run(make, cwd=copy, env=plain, check=True, capture_output=True)
    with (copy / "locale" / "fr" / "LC_MESSAGES" / "django.po").open("rb") as stream:
        found = {(each.context, texts(each.id)) for each in read_po(stream) if each.id}
    missing = found - {(each.context, texts(each.id)) for each in messages()}
    listed = "; ".join(f"{context}: {ids[0]}" for context, ids in missing)
    assert not missing, f"{len(missing)} texts are new: {REPAIR}{listed}"


def test_both_catalogues_hold_the_same_texts() -> None:
    """English is the source: its catalogue lists the texts and translates none."""
    english = [message for message in catalogue("en") if message.id]
    keys = {(message.context, texts(message.id)) for message in english}
    assert keys == {(message.context, texts(message.id)) for message in messages()}
    assert not any("".join(texts(message.string)) for message in english)


def test_french_leaves_the_same_places_open() -> None:
    """A singular may leave its number out, or say it where English does not."""
    wrong = [
        texts(message.id)[0]
        for message in messages()
        if places(texts(message.id)[-1]) != places(texts(message.string)[-1])
        or not places(texts(message.string)[0]) <= places("".join(texts(message.id)))
    ]
    assert wrong == []


def test_every_counted_text_has_both_forms() -> None:
    wrong = [
        texts(message.id)[0]
        for message in messages()
        if len(texts(message.id)) != len(texts(message.string))
    ]
    assert FRENCH.num_plurals == 2
    assert wrong == []


@pytest.mark.parametrize("trap", TRAPS)
def test_a_false_friend_does_not_occur(trap: str) -> None:
    shown = [text for message in messages() for text in texts(message.string)]
    found = [
        text
        for text in (*shown, *tables())
        if re.search(trap, PLACEHOLDER.sub("", text))
    ]
    assert found == [], f"write instead: {TRAPS[trap]}"


def test_french_is_set_as_french_is() -> None:
    """Curly apostrophes, guillemets, and spaces that do not break before : ; ! ?"""
    wrong = [
        text
        for message in messages()
        for text in texts(message.string)
        if re.search(r"\w'\w|“|”|\"| [:;!?»](?:\s|$)|« |\w[!?»](?:\s|$)", text)
    ]
    assert wrong == []


def test_no_module_hides_its_texts_behind_another_name() -> None:
    """GNU gettext finds texts by the name of the function: `pgettext as p` hides them."""
    hiding = [
        path.name
        for path in SOURCE.rglob("*.py")
        if re.search(r"gettext(?:_lazy)? as \w", path.read_text("utf-8"))
    ]
    assert hiding == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_catalogue_compiles(language: str) -> None:
    written = io.BytesIO()
    write_mo(written, catalogue(language))
    assert written.getvalue()[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}

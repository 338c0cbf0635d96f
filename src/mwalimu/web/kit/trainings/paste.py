"""A pasted list of people: one a line, `name; sex; sector; employer`."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import pgettext

from mwalimu.people.models import Sector, Sex
from mwalimu.web.kit.trainings.fields import folded

SEXES = {
    Sex.FEMALE: "f w woman women female femme feminin feminino mulher mujer femenino",
    Sex.MALE: "m h man men male homme masculin masculino homem hombre",
    Sex.UNDISCLOSED: "u undisclosed",
    Sex.NOT_RECORDED: "n - ?",
}
SECTORS = {
    Sector.CUSTOMS: "c customs douane douanes alfandega alfandegas aduana aduanas",
    Sector.OTHER_AGENCY: "o oga other autre autres outro otro government public",
    Sector.PRIVATE: "p private prive privado broker",
    Sector.NOT_RECORDED: "n - ?",
}
SEX_OF = {word: str(sex) for sex, words in SEXES.items() for word in words.split()}
SECTOR_OF = {word: str(key) for key, words in SECTORS.items() for word in words.split()}


@dataclass(frozen=True)
class PastedLine:
    """One line that was read: its values, or what is wrong with it."""

    number: int
    text: str
    name: str = ""
    sex: str = Sex.NOT_RECORDED
    sector: str = Sector.NOT_RECORDED
    organisation: str = ""
    wrong: str = ""


def read_lines(text: str) -> Iterator[PastedLine]:
    """Each line that holds anything; separators are semicolons or tabs."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _read(number, line)


def _read(number: int, line: str) -> PastedLine:
    mark = "\t" if "\t" in line else ";"
    parts = [part.strip() for part in line.split(mark)]
    name, sex, sector, organisation = [*parts, "", "", ""][:4]
    wrong = ""
    if len(parts) > 4:
        wrong = pgettext(
            "problem", "more than four parts; write: name; sex; sector; employer"
        )
    elif sex and folded(sex) not in SEX_OF:
        wrong = pgettext("problem", "“%(text)s” is no sex; write F, M, U or N")
        wrong %= {"text": sex[:30]}
    elif sector and _sector(sector) is None:
        wrong = pgettext(
            "problem", "“%(text)s” is no sector; write customs, other or private"
        )
        wrong %= {"text": sector[:30]}
    elif not name:
        wrong = pgettext("problem", "the name is missing")
    if wrong:
        return PastedLine(number, line, wrong=wrong)
    return PastedLine(
        number,
        line,
        name,
        SEX_OF.get(folded(sex), Sex.NOT_RECORDED),
        _sector(sector) or Sector.NOT_RECORDED,
        organisation,
    )


def _sector(text: str) -> str | None:
    """The sector that a text begins with, in one of four languages."""
    words = folded(text).replace("_", " ").split()
    return SECTOR_OF.get(words[0]) if words else None

"""The dimensions by which figures are cut, declared once. Their values are codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NOT_RECORDED = "not_recorded"
SEVERAL = "several"
NO_INITIATIVE = "none"
OWN, ABROAD = "own", "abroad"
MASTER_TRAINER, LATER, OTHER = "master_trainer", "later", "other"

Words = Mapping[str, str]  # a text per language: see mwalimu.shared.languages


@dataclass(frozen=True)
class Dimension:
    """One way to cut. `values` is the closed list in its natural order, if there is one.

    `of_people`: it tells apart people of one training, so that a training may stand in
    several of its rows.
    """

    code: str
    names: Words
    meaning: Words
    values: tuple[str, ...] = ()
    of_people: bool = False
    example: str = ""
    ranges: bool = False


def _declare(*dimensions: Dimension) -> Mapping[str, Dimension]:
    return MappingProxyType({each.code: each for each in dimensions})


DIMENSIONS = _declare(
    Dimension(
        "year",
        {"en": "Year", "fr": "Année"},
        {
            "en": "Calendar year of the first day, at the host.",
            "fr": "Année civile du premier jour, dans le Membre hôte.",
        },
        example="2019",
        ranges=True,
    ),
    Dimension(
        "month",
        {"en": "Month", "fr": "Mois"},
        {
            "en": "Month of the first day; not recorded where only the year is known.",
            "fr": "Mois du premier jour ; non renseigné si seule l’année est connue.",
        },
        example="2019-04",
        ranges=True,
    ),
    Dimension(
        "host",
        {"en": "Host Member", "fr": "Membre hôte"},
        {
            "en": "The Member where the training took place.",
            "fr": "Le Membre où la formation a eu lieu.",
        },
        example="KE",
    ),
    Dimension(
        "member",
        {"en": "Participants' Member", "fr": "Membre des participants"},
        {
            "en": "The Member for which a participant stood that day.",
            "fr": "Le Membre que le participant représentait ce jour-là.",
        },
        of_people=True,
        example="UG",
    ),
    Dimension(
        "region",
        {"en": "WCO region", "fr": "Région de l’OMD"},
        {
            "en": "The WCO region of the host Member.",
            "fr": "La région de l’OMD du Membre hôte.",
        },
        example="ESA",
    ),
    Dimension(
        "topic",
        {"en": "Topic", "fr": "Thème"},
        {
            "en": "The topic taught; a training on more than one topic is counted once, "
            "under “several topics”.",
            "fr": "Le thème enseigné ; une formation sur plusieurs thèmes est comptée une "
            "fois, sous « plusieurs thèmes ».",
        },
        example="HS",
    ),
    Dimension(
        "sector",
        {"en": "Sector", "fr": "Secteur"},
        {
            "en": "Who the participant works for.",
            "fr": "Pour qui travaille le participant.",
        },
        values=("customs", "other_agency", "private", NOT_RECORDED),
        of_people=True,
        example="customs",
    ),
    Dimension(
        "sex",
        {"en": "Sex", "fr": "Sexe"},
        {
            "en": "As the participant states it: F, M, U (undisclosed), N (not recorded).",
            "fr": "Tel que déclaré : F, M, U (non divulgué), N (non renseigné).",
        },
        values=("F", "M", "U", "N"),
        of_people=True,
        example="F",
    ),
    Dimension(
        "mode",
        {"en": "Mode", "fr": "Mode"},
        {"en": "How people met.", "fr": "Comment les personnes se sont réunies."},
        values=("in_person", "online", "hybrid", NOT_RECORDED),
        example="online",
    ),
    Dimension(
        "language",
        {"en": "Language", "fr": "Langue"},
        {
            "en": "The language of the training (BCP 47).",
            "fr": "La langue de la formation (BCP 47).",
        },
        example="fr",
    ),
    Dimension(
        "abroad",
        {"en": "Own or another Member", "fr": "Propre Membre ou autre Membre"},
        {
            "en": "Own: the host is the Member of the lead trainer that day.",
            "fr": "Propre : l’hôte est le Membre du formateur principal ce jour-là.",
        },
        values=(OWN, ABROAD, NOT_RECORDED),
        example="abroad",
    ),
    Dimension(
        "initiative",
        {"en": "Initiative", "fr": "Initiative"},
        {
            "en": "The larger effort that the training serves, or none.",
            "fr": "L’initiative que sert la formation, ou aucune.",
        },
        example="AFCFTA",
    ),
    Dimension(
        "led_by",
        {"en": "Taught by", "fr": "Animée par"},
        {
            "en": "master_trainer: a trainer held an award in the topic on the first day; "
            "later: a trainer received one afterwards, or held one before, but none did "
            "that day; other: neither.",
            "fr": "master_trainer : un formateur était maître formateur du thème le premier "
            "jour ; later : un formateur l’est devenu ensuite, ou l’avait été ; other : ni "
            "l’un ni l’autre.",
        },
        values=(MASTER_TRAINER, LATER, OTHER),
        example="master_trainer",
    ),
)

NAMES = tuple(DIMENSIONS)
OF_PEOPLE = tuple(code for code in NAMES if DIMENSIONS[code].of_people)
OF_TRAINING = tuple(code for code in NAMES if not DIMENSIONS[code].of_people)
LAST = {NOT_RECORDED: 2, SEVERAL: 1, NO_INITIATIVE: 1}


def natural(code: str, value: str) -> tuple[int, int, str]:
    """The sort key of a value: declared order, else alphabetical; unknowns last."""
    values = DIMENSIONS[code].values
    if values:
        return (0, values.index(value) if value in values else len(values), value)
    return (LAST.get(value, 0), 0, value)

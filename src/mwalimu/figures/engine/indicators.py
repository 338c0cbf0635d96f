"""The indicators, declared once: what each counts, by which rule, cut by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from mwalimu.figures.engine.dimensions import (
    LATER,
    MASTER_TRAINER,
    NAMES,
    OF_PEOPLE,
    OF_TRAINING,
    Words,
)


class Kind(StrEnum):
    """How rows of a cut relate to the total."""

    ADDITIVE = "additive"  # rows add up to the total
    DISTINCT = "distinct"  # one thing may stand in several rows
    INTERVAL = "interval"  # distinct people, known between two bounds


@dataclass(frozen=True)
class Indicator:
    """One figure. `adds_up_by`: cuts by these dimensions alone add up to the total.

    `of_people`: it counts people, so small groups are hidden in public.
    `only_led_by`: it counts only trainings taught by these; empty means all.
    `public`: the dimensions by which the public may cut and filter it.
    """

    code: str
    names: Words
    rule: Words
    unit: Words
    kind: Kind
    dimensions: tuple[str, ...]
    adds_up_by: tuple[str, ...]
    of_people: bool = True
    only_led_by: tuple[str, ...] = ()
    public: tuple[str, ...] = ()

    def allowed(self, public: bool) -> tuple[str, ...]:
        """The dimensions by which it can be cut and filtered."""
        return self.public if public and self.public else self.dimensions

    def adds_up(self, by: tuple[str, ...]) -> bool:
        """Whether the rows of a cut by these dimensions add up to the total."""
        return set(by) <= set(self.adds_up_by)


def _without(names: tuple[str, ...], *codes: str) -> tuple[str, ...]:
    return tuple(name for name in names if name not in codes)


_PARTICIPATIONS: Words = {"en": "participations", "fr": "participations"}

_ALL = (
    Indicator(
        "participations",
        {"en": "Participations", "fr": "Participations"},
        {
            "en": "Named participants plus head-counts of other people, of verified "
            "trainings. Somebody who took part in two trainings is counted twice.",
            "fr": "Participants nommés plus effectifs d’autres personnes, des formations "
            "validées. Qui a suivi deux formations est compté deux fois.",
        },
        _PARTICIPATIONS,
        Kind.ADDITIVE,
        NAMES,
        NAMES,
    ),
    Indicator(
        "participations_by_master_trainers",
        {
            "en": "Participations, taught by Master Trainers",
            "fr": "Participations, animées par des maîtres formateurs",
        },
        {
            "en": "Participations of trainings where a trainer held an award in the topic "
            "on the first day.",
            "fr": "Participations aux formations dont un formateur était maître formateur "
            "du thème le premier jour.",
        },
        _PARTICIPATIONS,
        Kind.ADDITIVE,
        _without(NAMES, "led_by"),
        NAMES,
        only_led_by=(MASTER_TRAINER,),
    ),
    Indicator(
        "participations_by_became",
        {
            "en": "Participations, taught by people who are or became Master Trainers",
            "fr": "Participations, animées par des personnes qui sont ou sont devenues "
            "maîtres formateurs",
        },
        {
            "en": "Participations of trainings where a trainer at any time received an "
            "award in the topic, also after the training. This is how the published "
            "49,000 was counted.",
            "fr": "Participations aux formations dont un formateur a reçu à un moment "
            "quelconque le titre pour le thème, même après la formation. C’est ainsi que "
            "les 49 000 publiés ont été comptés.",
        },
        _PARTICIPATIONS,
        Kind.ADDITIVE,
        _without(NAMES, "led_by"),
        NAMES,
        only_led_by=(MASTER_TRAINER, LATER),
    ),
    Indicator(
        "persons",
        {"en": "Persons", "fr": "Personnes"},
        {
            "en": "Distinct people of verified trainings. Named people are counted once. "
            "Who stands behind a head-count is unknown, so the figure lies between at "
            "least (all head-counts are people already named or the same people again) "
            "and at most (all are different people).",
            "fr": "Personnes distinctes des formations validées. Les personnes nommées "
            "sont comptées une fois. Qui se trouve derrière un effectif est inconnu : le "
            "chiffre est compris entre au moins (personnes déjà nommées ou toujours les "
            "mêmes) et au plus (toutes différentes).",
        },
        {"en": "persons", "fr": "personnes"},
        Kind.INTERVAL,
        NAMES,
        (),
    ),
    Indicator(
        "trainings",
        {"en": "Trainings", "fr": "Formations"},
        {
            "en": "Verified trainings. Cut by what tells participants apart (Member, "
            "sector, sex), a training stands in each row in which it had participants.",
            "fr": "Formations validées. Dans une répartition des participants (Membre, "
            "secteur, sexe), une formation figure à chaque ligne où elle a des "
            "participants.",
        },
        {"en": "trainings", "fr": "formations"},
        Kind.DISTINCT,
        NAMES,
        OF_TRAINING,
        of_people=False,
    ),
    Indicator(
        "hours",
        {"en": "Hours of training", "fr": "Heures de formation"},
        {
            "en": "Hours of verified trainings, once a training whatever the number of "
            "participants. A training whose hours are not recorded adds nothing.",
            "fr": "Heures des formations validées, une fois par formation quel que soit "
            "le nombre de participants. Une durée non renseignée n’ajoute rien.",
        },
        {"en": "hours", "fr": "heures"},
        Kind.ADDITIVE,
        OF_TRAINING,
        OF_TRAINING,
        of_people=False,
    ),
    Indicator(
        "members_reached",
        {"en": "Members reached", "fr": "Membres touchés"},
        {
            "en": "Distinct Members of participants in verified trainings. Participants "
            "whose Member is not recorded add none.",
            "fr": "Membres distincts des participants aux formations validées. Un Membre "
            "non renseigné n’ajoute rien.",
        },
        {"en": "Members", "fr": "Membres"},
        Kind.DISTINCT,
        NAMES,
        ("member",),
        of_people=False,
    ),
    Indicator(
        "master_trainers",
        {"en": "Master Trainers", "fr": "Maîtres formateurs"},
        {
            "en": "Distinct persons who hold an award as Master Trainer. Year: the year of "
            "the award. Member and region: of the award. Somebody with awards in two "
            "topics is one person in the total and stands in both rows.",
            "fr": "Personnes distinctes qui détiennent le titre de maître formateur. "
            "Année : celle du titre. Membre et région : ceux du titre. Qui a des titres "
            "dans deux thèmes est une personne au total et figure aux deux lignes.",
        },
        {"en": "persons", "fr": "personnes"},
        Kind.DISTINCT,
        ("year", "member", "region", "topic", "sex"),
        (),
        public=("year", "region", "topic"),
    ),
)
INDICATORS: Mapping[str, Indicator] = MappingProxyType({one.code: one for one in _ALL})
assert set(OF_PEOPLE) | set(OF_TRAINING) == set(NAMES)

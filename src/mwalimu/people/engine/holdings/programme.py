"""What is held on those who take part in the programme, and on who teaches."""

from mwalimu.people.engine.holdings.kinds import (
    OWN_AND_TEAM,
    UNTIL_ERASED,
    Basis,
    Kind,
)

PROGRAMME = (
    Kind(
        "seats",
        {
            "en": "Seats in cohorts: topic, Member, days, why they began and ended",
            "fr": "Places dans les cohortes : thème, Membre, dates, motifs du début et de"
            " la fin",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; head of Customs and coordinators of their own"
            " administration; the project team",
            "fr": "la personne ; le directeur général et les coordonnateurs de sa propre"
            " administration ; l’équipe du projet",
        },
    ),
    Kind(
        "nominations",
        {
            "en": "Nominations: why this officer, attachments, what became of it; that"
            " scores exist",
            "fr": "Désignations : motifs, pièces jointes, suite donnée ; existence de"
            " notes",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; head of Customs and coordinators of their own"
            " administration; the project team until the call is concluded, and afterwards"
            " for those who took a seat. Scores: the project team only",
            "fr": "la personne ; le directeur général et les coordonnateurs de sa propre"
            " administration ; l’équipe du projet jusqu’à la clôture de l’appel, puis pour"
            " les seules personnes ayant pris une place. Notes : l’équipe du projet"
            " uniquement",
        },
    ),
    Kind(
        "awards",
        {
            "en": "Awards: number, topic, Member, dates, and the history of each with its"
            " reasons",
            "fr": "Titres : numéro, thème, Membre, dates, et l’historique de chacun avec"
            " les motifs",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; the project team; record keepers of their own"
            " administration without the reasons",
            "fr": "la personne ; l’équipe du projet ; les gestionnaires de sa propre"
            " administration, sans les motifs",
        },
    ),
    Kind(
        "decisions",
        {
            "en": "Decisions on the person and waivers: what, under which edition, on"
            " which evidence, why",
            "fr": "Décisions concernant la personne et dispenses : objet, édition,"
            " preuves, motif",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; the project team",
            "fr": "la personne ; l’équipe du projet",
        },
    ),
    Kind(
        "participations",
        {
            "en": "Trainings the person took part in, days, test scores, certificate",
            "fr": "Formations suivies, jours, résultats aux tests, attestation",
        },
        Basis.TASK,
        10,
        {
            "en": "the training; then without scores, and without the name of whoever had"
            " no other part in the programme",
            "fr": "la formation ; ensuite sans résultats, et sans le nom des personnes"
            " qui n’ont eu aucune autre part au programme",
        },
        {
            "en": "the person; record keepers of their own administration; who taught or"
            " entered the training. Everybody else sees counts",
            "fr": "la personne ; les gestionnaires de sa propre administration ; qui a"
            " animé ou saisi la formation. Les autres ne voient que des nombres",
        },
    ),
    Kind(
        "taught",
        {"en": "Trainings the person taught", "fr": "Formations animées"},
        Basis.TASK,
        None,
        UNTIL_ERASED,
        OWN_AND_TEAM,
    ),
)

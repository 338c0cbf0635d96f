"""Whose data: what is held on people, on which legal basis, how long, who sees it.

The page, the export for the person and docs/reference/personal-data.md all come from
this table. Texts are in English and French.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Text = Mapping[str, str]


class Basis(StrEnum):
    """The legal basis, in the terms of GDPR art. 6 and of laws modelled on it."""

    TASK = "task"
    CONSENT = "consent"
    INTEREST = "interest"
    DUTY = "duty"


BASES: dict[Basis, Text] = {
    Basis.TASK: {
        "en": "Public task of the administration that trains its people",
        "fr": "Mission publique de l’administration qui forme son personnel",
    },
    Basis.CONSENT: {
        "en": "Consent of the person, withdrawn at any time",
        "fr": "Consentement de la personne, retiré à tout moment",
    },
    Basis.INTEREST: {
        "en": "Legitimate interest in a safe service",
        "fr": "Intérêt légitime à la sûreté du service",
    },
    Basis.DUTY: {
        "en": "Duty to account for public money",
        "fr": "Obligation de rendre compte de l’emploi des fonds publics",
    },
}


@dataclass(frozen=True)
class Kind:
    """One kind of data. `code` is its key in the person's export.

    `years` is how long it is kept after `after`; None means until erased on request.
    """

    code: str
    what: Text
    basis: Basis
    years: int | None
    after: Text
    seen_by: Text


WHILE_IT_SHOWS: Text = {
    "en": "as long as the decision that rests on it",
    "fr": "aussi longtemps que la décision qui s’appuie dessus",
}
UNTIL_ERASED: Text = {
    "en": "until the person asks to be forgotten",
    "fr": "jusqu’à la demande d’effacement par la personne",
}
OWN_PEOPLE: Text = {
    "en": "the person; record keepers of their own administration",
    "fr": "la personne ; les gestionnaires de sa propre administration",
}
OWN_AND_TEAM: Text = {
    "en": "the person; record keepers of their own administration; the project team",
    "fr": "la personne ; les gestionnaires de sa propre administration ;"
    " l’équipe du projet",
}

KINDS = (
    Kind(
        "person",
        {
            "en": "Name, name in another script, sex, birth year, keyed hash of the staff"
            " number",
            "fr": "Nom, nom dans une autre écriture, sexe, année de naissance, empreinte"
            " cryptographique du matricule",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; record keepers of their own administration; the project"
            " team only for WG members, Master Trainers and people with a role or an"
            " account",
            "fr": "la personne ; les gestionnaires de sa propre administration ; l’équipe"
            " du projet uniquement pour les membres des GT, les maîtres formateurs et les"
            " personnes ayant un rôle ou un compte",
        },
    ),
    Kind(
        "affiliations",
        {
            "en": "Where the person works: Member, organisation, unit, post, dates",
            "fr": "Où la personne travaille : Membre, organisme, service, fonction, dates",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        OWN_PEOPLE,
    ),
    Kind(
        "languages",
        {
            "en": "Languages and how well the person speaks them",
            "fr": "Langues et niveau",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        OWN_AND_TEAM,
    ),
    Kind(
        "contacts",
        {"en": "E-mail and telephone", "fr": "Courriel et téléphone"},
        Basis.CONSENT,
        2,
        {
            "en": "the last role or training",
            "fr": "le dernier rôle ou la dernière formation",
        },
        OWN_AND_TEAM,
    ),
    Kind(
        "consents",
        {
            "en": "What the person agreed to, for whose eyes, and when",
            "fr": "Ce que la personne a accepté, pour qui, et quand",
        },
        Basis.DUTY,
        5,
        {"en": "the consent was withdrawn", "fr": "le retrait du consentement"},
        OWN_AND_TEAM,
    ),
    Kind(
        "roles",
        {
            "en": "Roles in the programme, with dates and hand-over",
            "fr": "Rôles dans le programme, avec dates et passation",
        },
        Basis.DUTY,
        10,
        {"en": "the role ended", "fr": "la fin du rôle"},
        OWN_AND_TEAM,
    ),
    Kind(
        "account",
        {
            "en": "Sign-in: mail address, language, last sign-in; the password only as a"
            " hash",
            "fr": "Connexion : adresse électronique, langue, dernière connexion ; mot de"
            " passe sous forme d’empreinte seulement",
        },
        Basis.INTEREST,
        2,
        {"en": "the account was closed", "fr": "la fermeture du compte"},
        OWN_AND_TEAM,
    ),
    Kind(
        "audit",
        {
            "en": "What the account did and when, with the network address; no names",
            "fr": "Ce que le compte a fait et quand, avec l’adresse réseau ; aucun nom",
        },
        Basis.DUTY,
        10,
        {"en": "the line was written", "fr": "l’écriture de la ligne"},
        {
            "en": "the person; the project team",
            "fr": "la personne ; l’équipe du projet",
        },
    ),
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
    Kind(
        "sessions",
        {
            "en": "Sessions of the programme: invitations and answers, attendance day by"
            " day with notes, why a guest sat in, what an expert did. Erasure clears the"
            " texts; that somebody was there stays",
            "fr": "Sessions du programme : invitations et réponses, présence jour par jour"
            " avec remarques, motif de la venue d’un invité, rôle d’un expert."
            " L’effacement supprime les textes ; il reste que quelqu’un était présent",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; coordinators and head of Customs of their own"
            " administration; the host organisers of the session; the project team",
            "fr": "la personne ; les coordinateurs et le directeur général des douanes"
            " de sa propre administration ; les organisateurs de la session ; l’équipe du"
            " projet",
        },
    ),
    Kind(
        "submissions",
        {
            "en": "Intersessional work handed in: texts, links, files, and what assessors"
            " said of it. Erasure clears them; that work was accepted stays",
            "fr": "Travaux intersessions remis : textes, liens, fichiers et remarques des"
            " évaluateurs. L’effacement les supprime ; il reste que le travail a été"
            " accepté",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; the project team; assessors of other administrations. The"
            " person's own administration sees only how far the work is",
            "fr": "la personne ; l’équipe du projet ; les évaluateurs d’autres"
            " administrations. L’administration de la personne ne voit que l’avancement",
        },
    ),
    Kind(
        "reviews",
        {
            "en": "Reviews the person gave as an assessor",
            "fr": "Évaluations données par la personne en tant qu’évaluateur",
        },
        Basis.TASK,
        None,
        WHILE_IT_SHOWS,
        {
            "en": "the person; the project team; the author, without the assessor's name",
            "fr": "la personne ; l’équipe du projet ; l’auteur du travail, sans le nom de"
            " l’évaluateur",
        },
    ),
    Kind(
        "demos",
        {
            "en": "Demo slots in which the person taught. Erasure clears the titles and the"
            " assessors' remarks; scores stay",
            "fr": "Séances de démonstration animées. L’effacement supprime les titres et"
            " les remarques des évaluateurs ; les notes restent",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person: when they teach; assessors of the slot and the project team:"
            " the scores too, once all assessors are in. Never other Members or the donor",
            "fr": "la personne : quand elle enseigne ; les évaluateurs de la séance et"
            " l’équipe du projet : aussi les notes, une fois que tous ont noté. Jamais les"
            " autres Membres ni le bailleur",
        },
    ),
    Kind(
        "results",
        {
            "en": "What a panel agreed on the person, in signed minutes",
            "fr": "Ce dont un jury est convenu pour la personne, au procès-verbal signé",
        },
        Basis.DUTY,
        None,
        WHILE_IT_SHOWS,
        {
            "en": "the person; the members of the panel; the project team",
            "fr": "la personne ; les membres du jury ; l’équipe du projet",
        },
    ),
    Kind(
        "scores_given",
        {
            "en": "Scores the person gave as an assessor",
            "fr": "Notes données par la personne en tant qu’évaluateur",
        },
        Basis.TASK,
        None,
        WHILE_IT_SHOWS,
        {
            "en": "the person; once all are in, the other assessors of the slot and the"
            " project team",
            "fr": "la personne ; une fois que tous ont noté, les autres évaluateurs de la"
            " séance et l’équipe du projet",
        },
    ),
    Kind(
        "profile",
        {
            "en": "Profile of a Master Trainer: what they write about themselves, how to"
            " reach them, when they are available, who may see each",
            "fr": "Profil d’un maître formateur : ce qu’il écrit sur lui-même, comment le"
            " joindre, quand il est disponible, qui peut voir chaque élément",
        },
        Basis.CONSENT,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; the project team; administrations or everybody, as far as"
            " the person opens each field",
            "fr": "la personne ; l’équipe du projet ; les administrations ou tout le monde,"
            " dans la mesure où la personne ouvre chaque champ",
        },
    ),
    Kind(
        "letters",
        {
            "en": "Letters of the programme and of the administration about the person",
            "fr": "Courriers du programme et de l’administration au sujet de la personne",
        },
        Basis.DUTY,
        10,
        {"en": "the letter was issued or received", "fr": "l’envoi ou la réception"},
        {
            "en": "the person; coordinators and the head of Customs of their own"
            " administration; the project team",
            "fr": "la personne ; les coordonnateurs et le directeur général des douanes"
            " de sa propre administration ; l’équipe du projet",
        },
    ),
)

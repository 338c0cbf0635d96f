"""What is held on everybody: who they are, what they may do, what they did."""

from mwalimu.people.engine.holdings.kinds import (
    OWN_AND_TEAM,
    OWN_PEOPLE,
    UNTIL_ERASED,
    Basis,
    Kind,
)

PERSONS = (
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
)

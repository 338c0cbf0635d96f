"""What is held of sessions, work handed in, demos, profiles and letters."""

from mwalimu.people.engine.holdings.kinds import (
    UNTIL_ERASED,
    WHILE_IT_SHOWS,
    Basis,
    Kind,
)

JOURNEY = (
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
        "logistics",
        {
            "en": "Getting to a session: name as in the passport, visa, ticket, allowance,"
            " insurance, hotel and arrival, with dates and notes",
            "fr": "Venue à une session : nom figurant au passeport, visa, billet, indemnité,"
            " assurance, hôtel et arrivée, avec dates et remarques",
        },
        Basis.TASK,
        None,
        {
            "en": "the last day of the session",
            "fr": "le dernier jour de la session",
        },
        {
            "en": "the person; coordinators of their own administration; the host"
            " organisers of the session: hotel and arrival only; the project team",
            "fr": "la personne ; les coordonnateurs de sa propre administration ; les"
            " organisateurs de la session : uniquement l’hôtel et l’arrivée ; l’équipe du"
            " projet",
        },
        months=6,
    ),
    Kind(
        "evaluations",
        {
            "en": "That the person answered an evaluation, so that nobody answers twice and"
            " reminders stop. What was answered is kept apart and knows no person",
            "fr": "Le fait que la personne a répondu à une évaluation, pour que personne ne"
            " réponde deux fois et que les rappels cessent. Les réponses sont conservées à"
            " part, sans aucun lien avec une personne",
        },
        Basis.TASK,
        None,
        {"en": "the evaluation closed", "fr": "la clôture de l’évaluation"},
        {
            "en": "the person; the project team in the audit trail. Others see only how"
            " many answered",
            "fr": "la personne ; l’équipe du projet dans le journal d’audit. Les autres ne"
            " voient que le nombre de réponses",
        },
        months=12,
    ),
    Kind(
        "tasks",
        {
            "en": "Tasks of collective work plans that the person owns: what, by when, how"
            " far. Erasure leaves the task with the Member",
            "fr": "Tâches des plans de travail collectifs confiées à la personne : objet,"
            " échéance, avancement. L’effacement laisse la tâche au Membre",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; coordinators, head of Customs and WG members of their own"
            " administration; the project team. Other Members see only which Member owns"
            " the task",
            "fr": "la personne ; les coordonnateurs, le directeur général des douanes et les"
            " membres du GT de sa propre administration ; l’équipe du projet. Les autres"
            " Membres voient seulement à quel Membre revient la tâche",
        },
    ),
    Kind(
        "reports",
        {
            "en": "Reports of sessions whose file names the person: as an expert, or as a"
            " participant in a version for the host. Erasure takes the file; which version"
            " was cleared by whom stays",
            "fr": "Rapports de session dont le fichier nomme la personne : en tant qu’expert,"
            " ou que participant dans une version destinée à l’hôte. L’effacement supprime"
            " le fichier ; il reste quelle version a été approuvée par qui",
        },
        Basis.DUTY,
        10,
        {"en": "the version was made", "fr": "l’établissement de la version"},
        {
            "en": "the project team; host organisers of the session: versions that were sent"
            " to the host; partners: versions without participants' names",
            "fr": "l’équipe du projet ; les organisateurs de la session : les versions"
            " envoyées à l’hôte ; les partenaires : les versions sans noms de participants",
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
        "accreditations",
        {
            "en": "The path to an accreditation as an expert: type, field, each step with"
            " its day, results and reasons, workshops and missions; missions that the"
            " person assessed. Erasure clears the reasons and remarks; steps and days stay",
            "fr": "Le parcours vers une accréditation comme expert : type, domaine, chaque"
            " étape avec sa date, résultats et motifs, ateliers et missions ; missions"
            " évaluées par la personne. L’effacement supprime les motifs et les remarques ;"
            " les étapes et les dates restent",
        },
        Basis.TASK,
        None,
        UNTIL_ERASED,
        {
            "en": "the person; the project team; record keepers of their own"
            " administration: the phase and what was reached, without reasons. What"
            " assessors wrote: they and the project team only",
            "fr": "la personne ; l’équipe du projet ; les gestionnaires de sa propre"
            " administration : la phase et ce qui est acquis, sans les motifs. Les"
            " remarques des évaluateurs : eux-mêmes et l’équipe du projet uniquement",
        },
    ),
    Kind(
        "accreditation_papers",
        {
            "en": "Documents, reasons and remarks on which steps of an accreditation rest",
            "fr": "Documents, motifs et remarques sur lesquels reposent les étapes d’une"
            " accréditation",
        },
        Basis.DUTY,
        10,
        {"en": "the path was closed", "fr": "la clôture du parcours"},
        {
            "en": "the project team; reasons: the person too. A person asks the project"
            " team for a copy of the documents",
            "fr": "l’équipe du projet ; les motifs : la personne aussi. La personne demande"
            " une copie des documents à l’équipe du projet",
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

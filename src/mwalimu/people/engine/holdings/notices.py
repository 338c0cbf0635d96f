"""What is held on how people are reminded."""

from mwalimu.people.engine.holdings.kinds import UNTIL_ERASED, Basis, Kind, Text

THE_PERSON: Text = {"en": "the person", "fr": "la personne"}

NOTICES = (
    Kind(
        "reminders",
        {
            "en": "Reminders: how often the person wants the mail, what they muted or put"
            " off, and in which cohort they were behind when the worker last looked",
            "fr": "Rappels : fréquence souhaitée du courriel, ce que la personne a mis en"
            " sourdine ou reporté, et la cohorte où elle avait du retard au dernier relevé",
        },
        Basis.INTEREST,
        None,
        UNTIL_ERASED,
        {
            "en": "the person. That they are behind: also the head of Customs and"
            " coordinators of their own administration, and the project team",
            "fr": "la personne. Son retard : aussi le directeur général et les points"
            " focaux de sa propre administration, et l’équipe du projet",
        },
    ),
    Kind(
        "digests",
        {
            "en": "That a weekly mail was written to the person, or why not; never what it"
            " said",
            "fr": "Qu’un courriel hebdomadaire a été rédigé pour la personne, ou pourquoi"
            " non ; jamais son contenu",
        },
        Basis.INTEREST,
        1,
        {"en": "it was written", "fr": "sa rédaction"},
        {
            "en": "the person; the project team",
            "fr": "la personne ; l’équipe du projet",
        },
    ),
)

"""What is said of a kind of data on people."""

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

    `years`, or `months` where that is short, is how long it is kept after `after`;
    neither means until erased on request.
    """

    code: str
    what: Text
    basis: Basis
    years: int | None
    after: Text
    seen_by: Text
    months: int = 0

    @property
    def ends(self) -> bool:
        """Whether its time is over some day without anybody asking."""
        return self.years is not None or self.months > 0


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

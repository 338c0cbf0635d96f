"""What a stage is, as news items write it: `WG5 + certificates`, `workshop (2nd of 3)`.

Every text gets a reading: a stage of a cohort's plan, or another activity. What the
text does not say is None or empty, never guessed.
"""

import re
from dataclasses import dataclass

WORKING_GROUP = "working_group"
INTERSESSIONAL = "intersessional"
CATCH_UP = "catch_up"
SESSION_KINDS = frozenset({WORKING_GROUP, INTERSESSIONAL, CATCH_UP})

NUMBERS = {"two": 2, "three": 3, "four": 4}


@dataclass(frozen=True)
class StageReading:
    """A stage text understood.

    `kind` is a kind of session or activity; `code` the step of the plan (WG3, WS2,
    VWG1) where the text names one; `meetings` how many the text counts under one row.
    """

    kind: str
    code: str = ""
    meetings: int | None = None
    launch: bool = False
    certificates: bool = False
    understood: bool = True

    @property
    def is_session(self) -> bool:
        """Whether it is a stage of a cohort; anything else is an activity."""
        return self.kind in SESSION_KINDS


# In this order: the first pattern that is found decides.
_KINDS = (
    (r"\bVWG\b|intersession|virtual follow-up", INTERSESSIONAL),
    (r"\bWG ?\d", WORKING_GROUP),
    (r"supplementary|catch-?up|late joiners", CATCH_UP),
    (r"accreditation|\bACE\b", "accreditation"),
    (r"\bR?JCC\b|steering", "steering"),
    (r"alumni", "alumni"),
    (r"regional workshop", "regional"),
    (r"launch", "launch"),
    (r"prepar|introductory|explanatory|fact-finding", "preparation"),
    (r"^(final )?workshop\b", WORKING_GROUP),
)


def read_stage(text: str) -> StageReading:
    """Understand a stage text; one that is not understood is another activity."""
    kind = next(
        (kind for pattern, kind in _KINDS if re.search(pattern, text, re.I)), ""
    )
    if not kind:
        return StageReading(kind="other", understood=False)
    return StageReading(
        kind=kind,
        code=_code(text, kind),
        meetings=_meetings(text),
        launch=kind in SESSION_KINDS and bool(re.search(r"\blaunch\b", text, re.I)),
        certificates=bool(re.search(r"\bcertificates?\b", text, re.I)),
    )


def _code(text: str, kind: str) -> str:
    """The step of the plan that the text names: WG3, WS2 (second workshop), VWG1."""
    if kind == WORKING_GROUP:
        if found := re.search(r"\bWG ?(\d+)", text, re.I):
            return f"WG{int(found[1])}"
        if found := re.search(r"\((\d+)(?:st|nd|rd|th) of \d+\)", text):
            return f"WS{int(found[1])}"
    if found := re.search(r"\bVWG phase (\d+)", text, re.I):
        return f"VWG{int(found[1])}"
    return ""


def _meetings(text: str) -> int | None:
    """How many meetings, missions or groups one row stands for, where it says so."""
    if found := re.search(r"\((\d+) sessions?\)|^(\d+) ", text):
        return int(found[1] or found[2])
    if found := re.search(r"\((two|three|four)\)", text):
        return NUMBERS[found[1]]
    return None


_NAMES = {
    "WG": {
        "en": "Working group {0} (WG{0})",
        "fr": "Groupe de travail {0} (GT{0})",
        "pt": "Grupo de trabalho {0} (GT{0})",
        "es": "Grupo de trabajo {0} (GT{0})",
    },
    "WS": {
        "en": "Workshop {0}",
        "fr": "Atelier {0}",
        "pt": "Seminário {0}",
        "es": "Taller {0}",
    },
    "VWG": {
        "en": "Virtual working groups, phase {0}",
        "fr": "Groupes de travail virtuels, phase {0}",
        "pt": "Grupos de trabalho virtuais, fase {0}",
        "es": "Grupos de trabajo virtuales, fase {0}",
    },
    "IS": {
        "en": "Intersessional activity {0}",
        "fr": "Activité intersessionnelle {0}",
        "pt": "Atividade entre sessões {0}",
        "es": "Actividad entre sesiones {0}",
    },
}


def stage_kind(code: str) -> str:
    """Working group or intersessional activity, by the letters of the code."""
    return INTERSESSIONAL if code.startswith(("VWG", "IS")) else WORKING_GROUP


def stage_names(code: str) -> dict[str, str]:
    """The names of a step of the plan, by its code; empty for a code of another form."""
    found = re.fullmatch(r"(VWG|WG|WS|IS)(\d+)", code)
    if not found:
        return {}
    return {
        language: pattern.format(found[2])
        for language, pattern in _NAMES[found[1]].items()
    }

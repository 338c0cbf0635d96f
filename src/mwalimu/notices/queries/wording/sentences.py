"""One heading and one sentence for each kind, in one place, for pages and mails.

A sentence names things: an assignment, a cohort, a topic, a Member. It names no person,
and says no score.
"""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import (
    get_language,
    npgettext,
    npgettext_lazy,
    pgettext,
    pgettext_lazy,
)

from mwalimu.notices.engine.matters import Label, Matter
from mwalimu.notices.queries.wording.days import day_text
from mwalimu.shared.languages import in_language

Says = Callable[[Matter], str]

HEADINGS: dict[str, Promise] = {
    "work_due": pgettext_lazy("reminders", "Work to hand in"),
    "work_to_repeat": pgettext_lazy("reminders", "Work to hand in once more"),
    "answer_invitation": pgettext_lazy("reminders", "Invitations to answer"),
    "another_name": pgettext_lazy("reminders", "Another name is asked for"),
    "names_missing": pgettext_lazy("reminders", "Names to put forward"),
    "letter_to_answer": pgettext_lazy("reminders", "Letters to answer"),
    "award_ends": pgettext_lazy("reminders", "Your awards that end"),
    "award_to_renew": pgettext_lazy("reminders", "Awards that end"),
    "below_floor": pgettext_lazy("reminders", "Too few Master Trainers"),
    "training_returned": pgettext_lazy("reminders", "Trainings returned to mend"),
    "training_to_verify": pgettext_lazy("reminders", "Trainings to verify"),
    "training_draft": pgettext_lazy("reminders", "Drafts of trainings"),
    "work_to_review": pgettext_lazy("reminders", "Work to review"),
    "work_differs": pgettext_lazy("reminders", "Work on which assessors differ"),
    "work_not_reviewed": pgettext_lazy("reminders", "Work that nobody has reviewed"),
    "demo_to_score": pgettext_lazy("reminders", "Demo slots to score"),
    "minutes_to_sign": pgettext_lazy("reminders", "Minutes to sign"),
    "names_to_decide": pgettext_lazy("reminders", "Names to decide on"),
    "call_to_conclude": pgettext_lazy("reminders", "Calls to conclude"),
    "letter_unanswered": pgettext_lazy("reminders", "Letters without an answer"),
    "answers_missing": pgettext_lazy("reminders", "Sessions without all answers"),
    "seats_vacant": pgettext_lazy("reminders", "Vacant seats"),
    "own_seats_vacant": pgettext_lazy("reminders", "Vacant seats of your Member"),
    "behind": pgettext_lazy("reminders", "Your path"),
    "people_behind": pgettext_lazy("reminders", "Your people who are behind"),
    "cohort_behind": pgettext_lazy("reminders", "Cohorts with people who are behind"),
}


def heading(kind: str) -> str:
    """What stands above the matters of a kind."""
    return str(HEADINGS[kind])


def sentence(matter: Matter) -> str:
    """What is to be done, in the active language, without its day."""
    return SENTENCES[matter.kind](matter)


def _name(label: Label | None) -> str:
    if label is None:
        return ""
    return in_language(label.names, (_language(),)).text or label.code


def _language() -> str:
    return (get_language() or "en")[:2]


def _title(matter: Matter) -> str:
    """What it is called: a translated name, else the title it was given."""
    return in_language(matter.names, (_language(),)).text or matter.title


def _values(matter: Matter) -> dict[str, object]:
    return {
        "title": _title(matter),
        "code": matter.title,
        "cohort": _name(matter.cohort),
        "topic": _name(matter.topic),
        "member": _name(matter.member),
        "n": matter.number,
        "least": matter.least,
        "held": day_text(matter.held) if matter.held else "",
    }


def _one(text: Promise) -> Says:
    return lambda matter: str(text) % _values(matter)


def _some(text: Promise) -> Says:
    """A sentence that counts: the text knows its plural by `n`."""
    return lambda matter: str(text % _values(matter))


def _session(text: Promise) -> Says:
    def say(matter: Matter) -> str:
        values = _values(matter)
        values["title"] = values["title"] or pgettext("reminder", "a session")
        return str(text) % values

    return say


def _letter(matter: Matter) -> str:
    text = pgettext("reminder", "Answer the letter %(code)s")
    return text % _values(matter)


def _letter_of(matter: Matter) -> str:
    text = pgettext("reminder", "%(member)s has not answered the letter %(code)s")
    return text % _values(matter)


def _award(text: Promise, numbered: Promise) -> Says:
    return lambda matter: str(numbered if matter.title else text) % _values(matter)


def _training(text: Promise, dated: Promise) -> Says:
    return lambda matter: str(dated if matter.held else text) % _values(matter)


def _answers(matter: Matter) -> str:
    text = npgettext(
        "reminder",
        "%(title)s: %(n)s person has not answered",
        "%(title)s: %(n)s people have not answered",
        matter.number,
    )
    values = _values(matter)
    values["title"] = values["title"] or pgettext("reminder", "A session")
    return text % values


SENTENCES: dict[str, Says] = {
    "work_due": _one(pgettext_lazy("reminder", "Hand in “%(title)s”, %(cohort)s")),
    "work_to_repeat": _one(
        pgettext_lazy("reminder", "Hand in a new version of “%(title)s”, %(cohort)s")
    ),
    "answer_invitation": _session(
        pgettext_lazy("reminder", "Say whether you come: %(title)s")
    ),
    "another_name": _one(
        pgettext_lazy("reminder", "Put another name forward: %(topic)s, %(cohort)s")
    ),
    "names_missing": _some(
        npgettext_lazy(
            "reminder",
            "Put %(n)s name forward: %(topic)s, %(cohort)s",
            "Put %(n)s names forward: %(topic)s, %(cohort)s",
            "n",
        )
    ),
    "letter_to_answer": _letter,
    "award_ends": _one(pgettext_lazy("reminder", "Your award ends: %(topic)s")),
    "award_to_renew": _award(
        pgettext_lazy("reminder", "An award ends: %(topic)s, %(member)s"),
        pgettext_lazy("reminder", "Award %(code)s ends: %(topic)s, %(member)s"),
    ),
    "below_floor": _one(
        pgettext_lazy(
            "reminder",
            "%(topic)s, %(member)s: %(n)s of at least %(least)s can teach (%(cohort)s)",
        )
    ),
    "training_returned": _training(
        pgettext_lazy("reminder", "Mend “%(title)s”, %(member)s"),
        pgettext_lazy("reminder", "Mend “%(title)s”, %(member)s, %(held)s"),
    ),
    "training_to_verify": _training(
        pgettext_lazy("reminder", "Verify “%(title)s”, %(member)s"),
        pgettext_lazy("reminder", "Verify “%(title)s”, %(member)s, %(held)s"),
    ),
    "training_draft": _training(
        pgettext_lazy("reminder", "Finish “%(title)s”, %(member)s"),
        pgettext_lazy("reminder", "Finish “%(title)s”, %(member)s, %(held)s"),
    ),
    "work_to_review": _one(
        pgettext_lazy("reminder", "Review a version of “%(title)s”, %(cohort)s")
    ),
    "work_differs": _one(
        pgettext_lazy("reminder", "Settle a version of “%(title)s”, %(cohort)s")
    ),
    "work_not_reviewed": _one(
        pgettext_lazy("reminder", "Find an assessor for “%(title)s”, %(cohort)s")
    ),
    "demo_to_score": _session(
        pgettext_lazy("reminder", "Score a demo slot: %(topic)s, %(title)s")
    ),
    "minutes_to_sign": _session(
        pgettext_lazy("reminder", "Sign the minutes of the panel: %(title)s")
    ),
    "names_to_decide": _some(
        npgettext_lazy(
            "reminder",
            "Decide on %(n)s name: %(topic)s, %(cohort)s",
            "Decide on %(n)s names: %(topic)s, %(cohort)s",
            "n",
        )
    ),
    "call_to_conclude": _one(
        pgettext_lazy("reminder", "Conclude the call: %(topic)s, %(cohort)s")
    ),
    "letter_unanswered": _letter_of,
    "answers_missing": _answers,
    "seats_vacant": _some(
        npgettext_lazy(
            "reminder",
            "%(cohort)s: %(n)s seat has no holder",
            "%(cohort)s: %(n)s seats have no holder",
            "n",
        )
    ),
    "own_seats_vacant": _some(
        npgettext_lazy(
            "reminder",
            "%(cohort)s: %(n)s seat of %(member)s has no holder",
            "%(cohort)s: %(n)s seats of %(member)s have no holder",
            "n",
        )
    ),
    "behind": _some(
        npgettext_lazy(
            "reminder",
            "%(cohort)s: you have missed %(n)s requirement",
            "%(cohort)s: you have missed %(n)s requirements",
            "n",
        )
    ),
    "people_behind": _some(
        npgettext_lazy(
            "reminder",
            "%(cohort)s: %(n)s WG member of %(member)s is behind",
            "%(cohort)s: %(n)s WG members of %(member)s are behind",
            "n",
        )
    ),
    "cohort_behind": _some(
        npgettext_lazy(
            "reminder",
            "%(cohort)s: %(n)s WG member is behind",
            "%(cohort)s: %(n)s WG members are behind",
            "n",
        )
    ),
}

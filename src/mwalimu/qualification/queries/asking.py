"""What a requirement asks, as one plain sentence in a language."""

from collections.abc import Callable
from fractions import Fraction

from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from django.utils.translation import npgettext, override, pgettext

from mwalimu.programmes.engine import stages
from mwalimu.programmes.models import DemoCriterion
from mwalimu.programmes.models.demos import MOST
from mwalimu.qualification.engine import Kind, Requirement
from mwalimu.shared.languages import in_language

LOCALES = {"en": "en_GB", "fr": "fr", "pt": "pt_PT", "es": "es"}


def asked(requirement: Requirement, language: str) -> str:
    """The sentence, with a remark where no source states the amount."""
    with override(language):
        text = SENTENCES[requirement.kind](requirement, _locale(language))
        if not requirement.assumed:
            return text
        return f"{text} {_remark(requirement.kind)}"


def _remark(kind: Kind) -> str:
    if kind == Kind.ASSIGNMENT:
        return pgettext("requirement", "(An assumption: no source asks for it.)")
    return pgettext("requirement", "(An assumption: no source states how much.)")


def _locale(language: str) -> str:
    return LOCALES.get(language[:2], "en_GB")


def _number(amount: Fraction, locale: str) -> str:
    text: str = format_decimal(float(amount), "#,##0.##", locale)
    return text


def subject_name(kind: Kind, code: str, language: str) -> str:
    """What a code means: a stage by its name, a criterion; else the code itself."""
    if kind == Kind.ATTENDANCE:
        return in_language(stages.stage_names(code), [language[:2]]).text or code
    if kind == Kind.DEMO and code in DemoCriterion.values:
        return str(DemoCriterion(code).label)
    return code


def _subjects(requirement: Requirement, locale: str) -> str:
    names = [
        subject_name(requirement.kind, code, locale) for code in requirement.subjects
    ]
    text: str = format_list(names, locale=locale) if names else ""
    return text


def _attendance(requirement: Requirement, locale: str) -> str:
    share = format_percent(float(requirement.amount), locale=locale)
    text = npgettext(
        "requirement",
        "Attend at least %(share)s of the days of this stage: %(subjects)s.",
        "Attend at least %(share)s of the days of each of these stages: %(subjects)s.",
        len(requirement.subjects),
    )
    return text % {"share": share, "subjects": _subjects(requirement, locale)}


def _assignment(requirement: Requirement, locale: str) -> str:
    text = npgettext(
        "requirement",
        "Hand in this intersessional assignment, and have it accepted: %(subjects)s.",
        "Hand in these intersessional assignments, and have each accepted:"
        " %(subjects)s.",
        len(requirement.subjects),
    )
    return text % {"subjects": _subjects(requirement, locale)}


def _demo(requirement: Requirement, locale: str) -> str:
    text = npgettext(
        "requirement",
        "Teach a demo slot, and score at least %(amount)s of %(most)s on: %(subjects)s.",
        "Teach a demo slot, and score at least %(amount)s of %(most)s on each of:"
        " %(subjects)s.",
        len(requirement.subjects),
    )
    return text % {
        "amount": _number(requirement.amount, locale),
        "most": MOST,
        "subjects": _subjects(requirement, locale),
    }


def _test(requirement: Requirement, locale: str) -> str:
    text = npgettext(
        "requirement",
        "Score at least %(amount)s of 100 in this test: %(subjects)s.",
        "Score at least %(amount)s of 100 in each of these tests: %(subjects)s.",
        len(requirement.subjects),
    )
    amount = _number(requirement.amount, locale)
    return text % {"amount": amount, "subjects": _subjects(requirement, locale)}


def _material(requirement: Requirement, locale: str) -> str:
    text = npgettext(
        "requirement",
        "Contribute to the training materials at least %(amount)s time.",
        "Contribute to the training materials at least %(amount)s times.",
        int(requirement.amount),
    )
    return text % {"amount": _number(requirement.amount, locale)}


def _training(requirement: Requirement, locale: str) -> str:
    text = npgettext(
        "requirement",
        "Deliver at least %(amount)s training that is verified.",
        "Deliver at least %(amount)s trainings that are verified.",
        int(requirement.amount),
    )
    return text % {"amount": _number(requirement.amount, locale)}


SENTENCES: dict[Kind, Callable[[Requirement, str], str]] = {
    Kind.ATTENDANCE: _attendance,
    Kind.ASSIGNMENT: _assignment,
    Kind.DEMO: _demo,
    Kind.TEST: _test,
    Kind.MATERIAL: _material,
    Kind.TRAINING: _training,
}

"""Reading standards: the list, an edition in plain sentences, two editions compared."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mwalimu.qualification.models import RequirementLine, StandardEdition
from mwalimu.qualification.permissions import may_edit_standards
from mwalimu.qualification.queries.asking import asked
from mwalimu.qualification.queries.standards import (
    cohorts_following,
    requirement,
    standards_shown_to,
)
from mwalimu.web.desk.standards.loaders import edition_or_404
from mwalimu.web.kit.access import SIGNED_IN, open_to
from mwalimu.web.kit.requests import Request, as_number

PREVIEWED = ("en", "fr")


@dataclass(frozen=True)
class Said:
    """A line of an edition, and the sentence that it is in each language."""

    line: RequirementLine
    sentences: dict[str, str]
    first: bool = False
    last: bool = False


def said(edition: StandardEdition) -> list[Said]:
    """Every line as a sentence: in the reader's language first."""
    reading = (get_language() or "en")[:2]
    order = sorted(PREVIEWED, key=lambda code: code != reading)
    lines = list(edition.requirements.all())
    return [
        Said(
            line,
            {code: asked(requirement(line), code) for code in order},
            first=place == 0,
            last=place == len(lines) - 1,
        )
        for place, line in enumerate(lines)
    ]


@open_to(SIGNED_IN)
@require_safe
def standards(request: Request) -> HttpResponse:
    """Every standard with its editions."""
    context = {
        "shelves": standards_shown_to(request.viewer),
        "may_edit": may_edit_standards(request.viewer),
    }
    return render(request, "desk/standards/list.html", context)


@open_to(SIGNED_IN)
@require_safe
def edition(request: Request, code: str, number: int) -> HttpResponse:
    """What an edition asks; for the project team the place to change a draft."""
    found = edition_or_404(request, code, number)
    may_edit = may_edit_standards(request.viewer)
    others = [
        row
        for shelf in standards_shown_to(request.viewer)
        if shelf.standard == found.standard
        for row in shelf.editions
    ]
    context = {
        "edition": found,
        "lines": said(found),
        "others": others,
        "may_edit": may_edit,
        "may_change": may_edit and found.is_draft,
        "may_draft": may_edit and others[-1] == found and not found.is_draft,
        "kinds": RequirementLine.Kind.choices,
        "cohorts": cohorts_following(found, request.at.date()),
    }
    return render(request, "desk/standards/edition.html", context)


@dataclass(frozen=True)
class Difference:
    """What one requirement asks in each of two editions; empty where it is missing."""

    code: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Both ask the same."""
        return self.before == self.after


@open_to(SIGNED_IN)
@require_safe
def compare(request: Request, code: str) -> HttpResponse:
    """Two editions of a standard, requirement by requirement."""
    first = as_number(request.GET.get("first"), 0)
    second = as_number(request.GET.get("second"), 0)
    if not first or not second:
        raise Http404
    before = edition_or_404(request, code, first)
    after = edition_or_404(request, code, second)
    context = {"before": before, "after": after, "rows": differences(before, after)}
    return render(request, "desk/standards/compare.html", context)


def differences(before: StandardEdition, after: StandardEdition) -> list[Difference]:
    """Every requirement of either, in the order of the second, then of the first."""
    reading = get_language() or "en"
    old, new = (
        {
            line.code: asked(requirement(line), reading)
            for line in each.requirements.all()
        }
        for each in (before, after)
    )
    return [
        Difference(code, old.get(code, ""), new.get(code, "")) for code in new | old
    ]

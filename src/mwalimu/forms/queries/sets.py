"""Question sets with their editions, to be read, changed, or given out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mwalimu.forms.models import QuestionSet, SetEdition
from mwalimu.forms.permissions import editions_visible_to
from mwalimu.people.permissions import Viewer


@dataclass(frozen=True)
class Shelf:
    """A question set with its editions, in order."""

    question_set: QuestionSet
    editions: tuple[SetEdition, ...]

    @property
    def newest(self) -> SetEdition:
        """The last edition, be it a draft."""
        return self.editions[-1]


def shelves(viewer: Viewer) -> list[Shelf]:
    """Every question set that the viewer may open, by its code. One query."""
    return list(_shelved(viewer))


def _shelved(viewer: Viewer) -> Iterator[Shelf]:
    rows = editions_visible_to(viewer).select_related("question_set")
    ordered = rows.order_by("question_set__code", "number")
    for _, editions in groupby(ordered, key=lambda row: row.question_set_id):
        found = tuple(editions)
        yield Shelf(found[0].question_set, found)


def edition_at(viewer: Viewer, code: str, number: int) -> SetEdition | None:
    """An edition that the viewer may open, with its questions."""
    rows = editions_visible_to(viewer).select_related("question_set")
    rows = rows.prefetch_related("questions")
    found: SetEdition | None = rows.filter(
        question_set__code=code, number=number
    ).first()
    return found


def editions_to_give_out(kind: str) -> list[SetEdition]:
    """The edition in use of each question set of a kind, by its code."""
    rows = SetEdition.objects.in_use().filter(question_set__kind=kind)
    return list(rows.select_related("question_set").order_by("question_set__code"))

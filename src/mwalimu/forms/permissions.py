"""Who keeps question sets.

Who answers a round, and who reads what was answered, is said by the package that opened
it: only that one knows what the round is about.
"""

from django.db.models import QuerySet

from mwalimu.forms.models import QuestionSet, SetEdition
from mwalimu.forms.querysets import SetEditionQuerySet
from mwalimu.people.permissions import Viewer


def may_edit_sets(viewer: Viewer) -> bool:
    """The project team writes question sets."""
    return viewer.is_project_team


def sets_visible_to(viewer: Viewer) -> QuerySet[QuestionSet]:
    """Question sets that a viewer may open: the project team all, nobody else any."""
    rows = QuestionSet.objects.all()
    return rows if may_edit_sets(viewer) else rows.none()


def editions_visible_to(viewer: Viewer) -> SetEditionQuerySet:
    """Editions that a viewer may open: those of the sets that they may open."""
    rows: SetEditionQuerySet = SetEdition.objects.filter(
        question_set__in=sets_visible_to(viewer)
    )
    return rows

"""Who reads letters, and who puts those of an administration on record."""

from mwalimu.people.models import Role
from mwalimu.people.permissions import COORDINATES, Viewer
from mwalimu.programmes.models import Letter
from mwalimu.programmes.permissions.programmes import may_edit
from mwalimu.programmes.querysets import LetterQuerySet

CORRESPONDS = COORDINATES | {Role.HEAD_OF_CUSTOMS}


def letters_visible_to(viewer: Viewer) -> LetterQuerySet:
    """Letters that a viewer may read: the team all; coordinators and the head of Customs
    those of their Member, once they are issued or received.
    """
    letters: LetterQuerySet = Letter.objects.all()
    if may_edit(viewer):
        return letters
    return letters.standing().filter(member__in=viewer.members_as(*CORRESPONDS))


def may_hand_in_letter(viewer: Viewer, member_id: int) -> bool:
    """Who puts a letter of an administration on record: it, or the team for it."""
    return may_edit(viewer) or member_id in viewer.members_as(*CORRESPONDS)

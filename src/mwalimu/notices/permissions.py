"""Who sees reminders: each person their own. Who reads the log: the project team."""

from django.db.models import QuerySet

from mwalimu.notices.engine.kinds import HEADS
from mwalimu.notices.models import Behind, Digest, Quiet
from mwalimu.people.permissions import Viewer


def may_read_log(viewer: Viewer) -> bool:
    """The project team reads which mails wait, went or failed, and tries again."""
    return viewer.is_project_team


def quiet_visible_to(viewer: Viewer) -> QuerySet[Quiet]:
    """What a viewer put off or muted: their own alone."""
    rows = Quiet.objects.all()
    if viewer.sees_everything:
        return rows
    return rows.filter(person__in=[viewer.person_id])


def digests_visible_to(viewer: Viewer) -> QuerySet[Digest]:
    """Weekly mails: the team all, because it reads the log; a person their own."""
    rows = Digest.objects.all()
    if may_read_log(viewer):
        return rows
    return rows.filter(person__in=[viewer.person_id])


def behind_visible_to(viewer: Viewer) -> QuerySet[Behind]:
    """Who is behind: the team all, an administration its own, a person themselves."""
    rows = Behind.objects.all()
    if viewer.is_project_team:
        return rows
    own = rows.filter(person__in=[viewer.person_id])
    return own | rows.filter(place__in=viewer.members_as(*HEADS))

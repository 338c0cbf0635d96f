"""Rows of the access matrix: programmes are written by the project team alone."""

from mwalimu.programmes.models import (
    Activity,
    Cohort,
    Membership,
    Programme,
    Session,
    SessionGroup,
)
from tests.web.matrix import Row
from tests.web.matrix.public_programmes import running

TEAM = frozenset({"team"})
NAMED = {"code": "NEW", "name_en": "New"}
EVENT = {"kind": "working_group", "mode": "online", "starts": "2024"}


def inside(world):
    return Programme.objects.get(code=running(world)["slug"])


def project(world):
    return {"slug": inside(world).project.code}


def cohort(world):
    row, _ = Cohort.objects.get_or_create(code="C-1", programme=inside(world))
    return {"slug": "RUN", "code": row.code}


def group(world):
    row, _ = SessionGroup.objects.get_or_create(code="G-1", programme=inside(world))
    return {"slug": "RUN", "code": row.code}


def membership(world):
    row, _ = Membership.objects.get_or_create(
        programme=inside(world), member=world.kenya
    )
    return {"slug": "RUN", "key": row.pk}


def session(world):
    row = Session.objects.create(programme=inside(world), kind="working_group")
    return {"uuid": row.uuid}


def activity(world):
    programme = inside(world)
    row = Activity.objects.create(
        programme=programme, project=programme.project, kind="launch"
    )
    return {"uuid": row.uuid}


ROWS: dict[str, Row] = {
    "desk:programmes": Row(TEAM, writes=frozenset()),
    "desk:project_new": Row(TEAM, form=NAMED),
    "desk:project_edit": Row(TEAM, project, form=NAMED),
    "desk:programme_new": Row(TEAM, form=NAMED),
    "desk:programme_edit": Row(TEAM, running, form=NAMED),
    "desk:cohort_new": Row(TEAM, running, form=NAMED),
    "desk:cohort_edit": Row(TEAM, cohort, form=NAMED),
    "desk:group_new": Row(TEAM, running, form=NAMED),
    "desk:group_edit": Row(TEAM, group, form=NAMED),
    "desk:membership_new": Row(TEAM, running, form={"member": "KE"}),
    "desk:membership_edit": Row(TEAM, membership, form={"left": "2024"}),
    "desk:session_new": Row(TEAM, running, form=EVENT),
    "desk:session_edit": Row(TEAM, session, form=EVENT),
    "desk:activity_new": Row(TEAM, running, form=EVENT),
    "desk:activity_edit": Row(TEAM, activity, form=EVENT),
}

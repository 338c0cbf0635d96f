"""Rows of the access matrix: what came out of a session that Kenya hosts."""

from mwalimu.programmes.models import Session
from tests.cast import AT
from tests.web.matrix import Row
from tests.web.matrix.desk_letters import cohort
from tests.web.matrix.desk_sessions import session

TEAM = frozenset({"team"})
NOBODY = frozenset()
CONTRIBUTE = TEAM | {"kenya_coordinator", "kenya_deputy"}
READ = CONTRIBUTE | {"head", "kenya_organiser"}
COHORT = TEAM | {"kenya_coordinator", "kenya_deputy", "head"}


def made(world, name, **columns):
    """An output of a session, by the name of its relation."""
    found = session(world)
    rows = getattr(Session.objects.get(uuid=found["uuid"]), name)
    row = rows.create(text="Old", added_at=AT, added_by=world.system, **columns)
    return {**found, "row": row.uuid}


def renamed(found, name):
    return {"uuid": found["uuid"], name: found["row"]}


def issue(world):
    return renamed(made(world, "issues", member=world.kenya), "issue")


def need(world):
    return renamed(made(world, "needs"), "need")


def task(world):
    return renamed(made(world, "work_plan", member=world.kenya), "task")


NEW = {"text": "New"}
ROWS: dict[str, Row] = {
    "desk:session_outputs": Row(READ, session, writes=NOBODY),
    "desk:session_outputs_word": Row(READ, session, writes=NOBODY),
    "desk:session_plan_file": Row(READ, session, writes=NOBODY),
    "desk:issues_new": Row(CONTRIBUTE, session, form={**NEW, "member": "KE"}),
    "desk:issue_edit": Row(CONTRIBUTE, issue, form=NEW),
    "desk:needs_new": Row(TEAM, session, form=NEW),
    "desk:need_edit": Row(TEAM, need, form=NEW),
    "desk:task_new": Row(TEAM, session, form=NEW),
    "desk:task_edit": Row(TEAM, task, form=NEW),
    "desk:task": Row(READ, task, writes=CONTRIBUTE, form={"state": "done"}),
    "desk:cohort_work_plan": Row(COHORT, cohort, writes=NOBODY),
    "desk:cohort_plan_file": Row(COHORT, cohort, writes=NOBODY),
}

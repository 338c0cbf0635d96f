"""Rows of the access matrix: people, roles, awards, audit, outbox, my data."""

from datetime import date

from mwalimu.people.models import Role, RoleAssignment
from mwalimu.qualification.models import Award
from tests.cast import AT, make_person
from tests.web.matrix import KENYA, SIGNED_IN, Row

TEAM = frozenset({"team"})
ADMINISTRATIONS = KENYA | {"togo_coordinator"}
COORDINATES = frozenset({"kenya_coordinator", "kenya_deputy"})
KEEPERS = COORDINATES | {"kenya_registrar"}
GIVERS = frozenset({"kenya_coordinator", "head"})
ASKERS = TEAM | GIVERS | {"togo_coordinator"}
OFFICER = {
    "name": "Grace Wanjiru",
    "sex": "F",
    "sector": "customs",
    "member": "KE",
}
ACCOUNT = {"email": "new@example.org", "language": "en"}
ROLE = {"role": "registrar", "member": "KE", "since": "2024-01-01"}


def officer(world):
    """Kenya's: no role, no account, so that the project team reads no name."""
    return {"uuid": make_person("Kenya Officer", world.system, world.kenya).uuid}


def deputy(world):
    """Plays a role, so that the project team may open the person."""
    return {"uuid": assignment(world).person.uuid}


def assignment(world):
    return RoleAssignment.objects.create(
        person=make_person("Kenya Deputy", world.system, world.kenya),
        role=Role.DEPUTY_COORDINATOR,
        member=world.kenya,
        since=date(2020, 1, 1),
        assigned_by=world.system,
    )


def role(world):
    return {"uuid": assignment(world).uuid}


def work(world):
    person = assignment(world).person
    return {"uuid": person.uuid, "key": person.affiliations.get().pk}


def award(world):
    row = Award.objects.create(
        person=make_person("Kenya Teacher", world.system, world.kenya),
        topic=world.topics["CV"],
        member=world.kenya,
        valid_from=date(2020, 1, 1),
        decided_at=AT,
        decided_by=world.system,
    )
    return {"uuid": row.uuid}


NOBODY = frozenset()
ROWS: dict[str, Row] = {
    "desk:people": Row(TEAM | ADMINISTRATIONS, writes=NOBODY),
    "desk:person": Row(KENYA, officer, writes=NOBODY),
    "desk:person_new": Row(TEAM | KEEPERS | {"togo_coordinator"}, form=OFFICER),
    "desk:person_edit": Row(TEAM | KEEPERS, deputy, form=OFFICER),
    "desk:person_erase": Row(COORDINATES, officer),
    "desk:person_work": Row(TEAM | KEEPERS, deputy, form=OFFICER),
    "desk:person_work_end": Row(TEAM | KEEPERS, work, form={"until": "2024-01-01"}),
    "desk:person_languages": Row(TEAM | KEEPERS, deputy, form={"languages": "fr"}),
    "desk:person_contacts": Row(TEAM | KEEPERS, deputy, form={"email": "a@b.org"}),
    "desk:person_consents": Row(
        TEAM | KEEPERS | {"togo_coordinator"},
        deputy,
        writes=TEAM | KEEPERS,
        form={"purpose": "record", "audience": "team"},
    ),
    "desk:invite": Row(ASKERS, form={**OFFICER, **ACCOUNT}),
    "desk:person_invite": Row(TEAM | GIVERS, deputy, form=ACCOUNT),
    "desk:person_account": Row(
        ASKERS, deputy, writes=TEAM | GIVERS, form={"close": "yes"}
    ),
    "desk:role_new": Row(TEAM | GIVERS, deputy, form=ROLE),
    "desk:role_end": Row(TEAM | GIVERS, role, form={"until": "2024-01-01"}),
    "desk:role_hand_over": Row(
        TEAM | GIVERS, role, form={"to": "Kenya Officer", "since": "2024-01-01"}
    ),
    "desk:award_new": Row(
        TEAM,
        deputy,
        form={"topic": "HS", "member": "KE", "valid_from": "2020-01-01"},
    ),
    "desk:award_end": Row(TEAM, award, form={"ended_on": "2021-01-01", "reason": "x"}),
    "desk:audit": Row(TEAM, writes=NOBODY),
    "desk:outbox": Row(TEAM, writes=NOBODY),
    "desk:my_data": Row(SIGNED_IN, writes=NOBODY),
    "desk:my_data_download": Row(SIGNED_IN, writes=NOBODY),
    "desk:my_language": Row(SIGNED_IN, form={"language": "fr"}),
    "desk:my_consents": Row(SIGNED_IN, form={"purpose": "record"}),
    "desk:whose_data": Row(SIGNED_IN, writes=NOBODY),
    "account_email_closed": Row(frozenset()),
}

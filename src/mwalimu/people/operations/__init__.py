"""The only way to write people: each verb checks, stores, audits, in one transaction."""

from mwalimu.people.operations.details import (
    actor_of,
    add_affiliation,
    close_affiliation,
    give_consent,
    set_contacts,
    set_languages,
    withdraw_consent,
)
from mwalimu.people.operations.erasure import erase_person
from mwalimu.people.operations.invitations import (
    deactivate_account,
    invite,
    mail_language,
    reactivate_account,
    send_invitation_again,
)
from mwalimu.people.operations.persons import (
    PersonFacts,
    Work,
    create_people_many,
    create_person,
    edit_person,
)
from mwalimu.people.operations.refusals import NotAllowed, PeopleRefused, Problem
from mwalimu.people.operations.retention import (
    drop_consents,
    drop_contacts,
    drop_roles,
)
from mwalimu.people.operations.roles import assign_role, end_role, hand_over

__all__ = [
    "NotAllowed",
    "PeopleRefused",
    "PersonFacts",
    "Problem",
    "Work",
    "actor_of",
    "add_affiliation",
    "assign_role",
    "close_affiliation",
    "create_people_many",
    "create_person",
    "deactivate_account",
    "drop_consents",
    "drop_contacts",
    "drop_roles",
    "edit_person",
    "end_role",
    "erase_person",
    "give_consent",
    "hand_over",
    "invite",
    "mail_language",
    "reactivate_account",
    "send_invitation_again",
    "set_contacts",
    "set_languages",
    "withdraw_consent",
]

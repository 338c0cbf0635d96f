"""Who can own a task that a session agrees."""

from mwalimu.programmes.models import Session
from mwalimu.programmes.queries.sessions.expected import Participant, participants_at


def owners_at(session: Session) -> list[Participant]:
    """The people of a session, and its experts who are recorded; nobody twice."""
    people = participants_at(session)
    known = {row.person.pk for row in people}
    for expert in session.experts.select_related("person"):
        person = expert.person
        if person and person.erased_at is None and person.pk not in known:
            people.append(Participant(person, None, guest=True))
    return people

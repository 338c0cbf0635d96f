"""What goes after how long: one rule for each period that is declared.

The periods of data on people stand in `people.engine.holdings`; those of what only the
machinery needs stand here. Nothing that figures count goes: persons become nameless, and
their rows stay.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Model, QuerySet
from django_tasks_db.models import DBTaskResult

from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.operations import drop_audit_lines, forget_address
from mwalimu.accounts.queries import closed_before, written_before
from mwalimu.forms.operations import drop_receipts
from mwalimu.forms.queries.results import receipts_of_rounds_closed_before
from mwalimu.notices.models import Quiet
from mwalimu.notices.operations.forgetting import drop_digests
from mwalimu.notices.queries.chosen import digests_before, put_off_before
from mwalimu.people.engine.holdings import KINDS
from mwalimu.people.models import (
    Affiliation,
    Consent,
    Contact,
    Person,
    PersonLanguage,
)
from mwalimu.people.operations import (
    drop_consents,
    drop_contacts,
    drop_roles,
    erase_person,
)
from mwalimu.people.queries import (
    in_a_role_since,
    reached_besides,
    roles_ended_before,
    withdrawn_before,
)
from mwalimu.programmes.operations.letters.forgetting import drop_words
from mwalimu.programmes.operations.logistics import drop_arrangements
from mwalimu.programmes.operations.reports import drop_report_files
from mwalimu.programmes.queries.letters import written_before as letters_before
from mwalimu.programmes.queries.logistics import arrangements_over
from mwalimu.programmes.queries.reports import reports_over
from mwalimu.qualification.operations.accreditation.forgetting import drop_papers
from mwalimu.qualification.queries.accreditation.held import closed_with_papers_before
from mwalimu.qualification.queries.roles import in_the_programme_since
from mwalimu.shared.files import uploads
from mwalimu.shared.models import OutboxMessage, Upload
from mwalimu.trainings.operations import drop_scores
from mwalimu.trainings.queries import (
    acting_since,
    known_by_trainings_before,
    scored_before,
)

Due = Callable[[datetime], QuerySet[Any]]
Drop = Callable[[Sequence[Any], Actor, datetime], int]
KINDS_BY_CODE = {kind.code: kind for kind in KINDS}
DESCRIBES_A_PERSON = (Affiliation, Consent, Contact, PersonLanguage)
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Rule:
    """`due` are the rows whose time is over at an instant, `drop` lets some of them go.

    `kept` says when they go; `kind` is the code of `people.engine.holdings` whose period
    is applied, if any.
    """

    code: str
    kept: str
    due: Due
    drop: Drop
    kind: str = ""

    @classmethod
    def of(cls, kind: str, due: Due, drop: Drop) -> "Rule":
        """The rule that applies the period of a kind of data on people."""
        declared = KINDS_BY_CODE[kind]
        period = f"{declared.years} years"
        if declared.months:
            period = f"{declared.months} months"
        kept = f"{period} after {declared.after['en']}"
        return cls(kind, kept, due, drop, kind)


def before(kind: str, at: datetime) -> datetime:
    """The instant before which the period of a kind of data is over."""
    declared = KINDS_BY_CODE[kind]
    if declared.months:
        return months_before(at, declared.months)
    years = declared.years
    if years is None:
        raise LookupError(f"{kind} is kept until the person asks to be forgotten.")
    try:
        return at.replace(year=at.year - years)
    except ValueError:  # 29 February
        return at.replace(year=at.year - years, day=28)


def months_before(at: datetime, months: int) -> datetime:
    """The same day so many months ago; the 28th where that month may lack the day."""
    years, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    return at.replace(year=years, month=month + 1, day=min(at.day, 28))


def unreached(at: datetime) -> QuerySet[Contact]:
    """Contacts of people without any part in the programme for two years."""
    since = before("contacts", at)
    day = since.date()
    parts = (in_a_role_since(day), in_the_programme_since(day), acting_since(day))
    return reached_besides(*parts, before=since)


def trainees_of_long_ago(at: datetime) -> QuerySet[Person]:
    """People who are known by trainings of ten years ago and by nothing else."""
    day = before("participations", at).date()
    return known_by_trainings_before(day, *DESCRIBES_A_PERSON)


def erase_people(keys: Sequence[Any], by: Actor, at: datetime) -> int:
    """Forget each of them; their rows stay and count as before."""
    found = list(Person.objects.filter(pk__in=keys))
    for person in found:
        erase_person(person, by=by, at=at)
    return len(found)


def forget_addresses(keys: Sequence[Any], by: Actor, at: datetime) -> int:
    """Forget who signed in with each of the accounts."""
    found = list(Account.objects.filter(pk__in=keys))
    for account in found:
        forget_address(account, by=by, at=at)
    return len(found)


def deleted(table: type[Model]) -> Drop:
    """Delete rows that only the machinery needed; nothing has to be noted."""

    def drop(keys: Sequence[Any], _by: Actor, _at: datetime) -> int:
        return table._base_manager.filter(pk__in=keys).delete()[0]

    return drop


def noted(operation: Callable[..., int]) -> Drop:
    """By an operation that takes keys."""
    return lambda keys, by, at: operation(keys, by=by, at=at)


def drop_uploads(keys: Sequence[Any], _by: Actor, _at: datetime) -> int:
    """With the pieces that were sent."""
    found = list(Upload.objects.filter(pk__in=keys).select_related("file"))
    for upload in found:
        uploads.drop(upload)
    return len(found)


RULES = (
    Rule(
        "sessions",
        "when it has ended",
        lambda at: Session.objects.filter(expire_date__lt=at),
        deleted(Session),
    ),
    Rule(
        "outbox",
        "30 days after it was sent, kept or given up",
        lambda at: OutboxMessage.objects.filter(settled_at__lt=at - MONTH),
        deleted(OutboxMessage),
    ),
    Rule(
        "tasks",
        "30 days after it has ended",
        lambda at: DBTaskResult.objects.finished().filter(finished_at__lt=at - MONTH),
        deleted(DBTaskResult),
    ),
    Rule(
        "uploads",
        "7 days after it was sent and not used",
        lambda at: Upload.objects.filter(expires_at__lt=at),
        drop_uploads,
    ),
    Rule.of("contacts", unreached, noted(drop_contacts)),
    Rule.of(
        "consents",
        lambda at: withdrawn_before(before("consents", at)),
        noted(drop_consents),
    ),
    Rule.of(
        "roles",
        lambda at: roles_ended_before(before("roles", at).date()),
        noted(drop_roles),
    ),
    Rule.of(
        "account", lambda at: closed_before(before("account", at)), forget_addresses
    ),
    Rule.of("participations", trainees_of_long_ago, erase_people),
    Rule(
        "scores",
        f"{KINDS_BY_CODE['participations'].years} years after the training",
        lambda at: scored_before(before("participations", at).date()),
        noted(drop_scores),
        "participations",
    ),
    Rule.of(
        "evaluations",
        lambda at: receipts_of_rounds_closed_before(before("evaluations", at)),
        noted(drop_receipts),
    ),
    Rule.of(
        "letters",
        lambda at: letters_before(before("letters", at)),
        noted(drop_words),
    ),
    Rule.of(
        "reports",
        lambda at: reports_over(before("reports", at)),
        noted(drop_report_files),
    ),
    Rule.of(
        "logistics",
        lambda at: arrangements_over(before("logistics", at)),
        noted(drop_arrangements),
    ),
    Rule.of(
        "accreditation_papers",
        lambda at: closed_with_papers_before(before("accreditation_papers", at).date()),
        noted(drop_papers),
    ),
    Rule.of(
        "digests",
        lambda at: digests_before(before("digests", at)),
        noted(drop_digests),
    ),
    Rule(
        "put off",
        "when it is shown again",
        lambda at: put_off_before(at.date()),
        deleted(Quiet),
    ),
    Rule.of(
        "audit",
        lambda at: written_before(before("audit", at)),
        noted(drop_audit_lines),
    ),
)

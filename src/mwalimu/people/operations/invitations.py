"""Opening and closing the accounts of persons."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import override, pgettext

from mwalimu.accounts.models import Account, Actor
from mwalimu.accounts.operations import (
    close_account,
    create_account,
    open_anew,
    record,
    reopen_account,
)
from mwalimu.accounts.queries import is_forgotten
from mwalimu.people.models import Person
from mwalimu.people.operations.refusals import NotAllowed, Problem, erased, refuse
from mwalimu.people.permissions import may_invite
from mwalimu.people.queries import acting_viewer, holds_last_team_role
from mwalimu.shared import outbox


@transaction.atomic
def invite(
    person: Person,
    *,
    email: str,
    by: Actor,
    at: datetime,
    language: str = "",
    link: str = "",
    password: str | None = None,
    mail: bool = True,
) -> Account:
    """Open the person's account and mail them where to sign in, in their language.

    The mail holds no secret: whoever reads that mailbox signs in with a code sent to
    it, so that an old invitation is worth nothing. `link` is the sign-in page.
    """
    _require_may_invite(person, by, at)
    address = email.strip().lower()
    refuse(erased(person), _has_one(person), _address(address))
    chosen = language or mail_language(person)
    if person.account is not None:  # closed so long ago that its address is forgotten
        account = open_anew(
            person.account, email=address, language=chosen, by=by, at=at
        )
    else:
        account = create_account(
            email=address, by=by, at=at, password=password, language=chosen
        )
        person.account = account
        person.save(update_fields=["account"])
    record("invite", "person", person.uuid, by=by, at=at)
    if mail:
        _mail_invitation(person, account, link or settings.BASE_URL, at)
    return account


def mail_language(person: Person) -> str:
    """The first language of the person in which there are pages, else the default."""
    offered = [code for code, _ in settings.LANGUAGES]
    spoken = set(person.languages.values_list("language", flat=True))
    found = [code for code in offered if code in spoken]
    return found[0] if found else settings.LANGUAGE_CODE


def _require_may_invite(person: Person, by: Actor, at: datetime) -> None:
    if not may_invite(acting_viewer(by, at.date()), person):
        raise NotAllowed(
            pgettext("refusal", "You may not open an account for this person.")
        )


def _has_one(person: Person) -> Problem | None:
    if person.account is None or is_forgotten(person.account):
        return None
    return Problem("person", pgettext("refusal", "This person has an account already."))


def _address(address: str) -> Problem | None:
    try:
        validate_email(address)
    except ValidationError:
        text = pgettext("refusal", "%(address)s is no e-mail address.")
        return Problem("email", text % {"address": address[:80] or "–"})
    if Account.objects.filter(email__iexact=address).exists():
        text = pgettext(
            "refusal", "Another account uses this address: each person has their own."
        )
        return Problem("email", text)
    return None


def _mail_invitation(person: Person, account: Account, link: str, at: datetime) -> None:
    with override(account.language):
        subject = pgettext("mail", "Your account in Mwalimu")
        text = pgettext(
            "mail",
            "Dear %(name)s,\n\n"
            "an account was opened for you in Mwalimu, which runs the Master Trainer"
            " Programme.\n\n"
            "Sign in here: %(link)s\n\n"
            "Your address is %(email)s. You need no password: ask for a code by mail and"
            " type it. You can set a password later.\n\n"
            "If you did not expect this mail, you need do nothing.\n",
        )
    values = {"name": person.name, "link": link, "email": account.email}
    outbox.post_mail(
        to=[account.email],
        subject=subject,
        text=text % values,
        key=f"invite:{account.uuid}:{at.isoformat()}",
        at=at,
    )


@transaction.atomic
def send_invitation_again(
    person: Person, *, by: Actor, at: datetime, link: str = ""
) -> Person:
    """Mail once more where to sign in."""
    _require_may_invite(person, by, at)
    if person.account is None or not person.account.is_active:
        refuse(
            Problem("person", pgettext("refusal", "This person has no open account."))
        )
        return person
    _mail_invitation(person, person.account, link or settings.BASE_URL, at)
    record("invite_again", "person", person.uuid, by=by, at=at)
    return person


@transaction.atomic
def deactivate_account(person: Person, *, by: Actor, at: datetime) -> Person:
    """The person can no longer sign in; roles and records stay."""
    _require_may_invite(person, by, at)
    if person.account is None:
        refuse(
            Problem("person", pgettext("refusal", "This person has no open account."))
        )
        return person
    if holds_last_team_role(person, at.date()):
        text = pgettext(
            "refusal", "Nobody would be left on the project team: add another first."
        )
        refuse(Problem("person", text))
    close_account(person.account, by=by, at=at)
    return person


@transaction.atomic
def reactivate_account(person: Person, *, by: Actor, at: datetime) -> Person:
    """The person can sign in again."""
    _require_may_invite(person, by, at)
    refuse(erased(person))
    if person.account is None:
        refuse(Problem("person", pgettext("refusal", "This person has no account.")))
        return person
    if is_forgotten(person.account):
        text = pgettext(
            "refusal",
            "The address of this account was forgotten, as it was closed long ago:"
            " open an account for this person with an address.",
        )
        refuse(Problem("person", text))
    reopen_account(person.account, by=by, at=at)
    return person

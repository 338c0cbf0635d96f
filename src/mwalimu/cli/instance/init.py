"""`mwalimu init`: make an instance, or complete one that was begun."""

import secrets
import sys

import click

from mwalimu.cli import main
from mwalimu.cli.door import Trouble, alone, ready, stopped
from mwalimu.cli.prepare import prepare_instance, say


@main.command()
@click.option(
    "--admin",
    metavar="EMAIL",
    help="Open the first account of the project team for this address.",
)
def init(admin: str | None) -> None:
    """Make an instance in the home: secrets, database, static files, reference tables.

    Doing it twice changes nothing.
    """
    folder = ready()
    say(f"Preparing the instance in {folder}")
    with stopped(folder), alone(folder):
        prepare_instance()
        if admin:
            open_first_account(admin)
    say("Ready. Next: `mwalimu serve` starts it, `mwalimu doctor` checks it.")
    if not admin:
        say("Nobody can sign in yet? `mwalimu init --admin EMAIL` opens an account.")


def open_first_account(email: str) -> None:
    """Open an account of the project team, unless the address has one."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from mwalimu.accounts.queries import account_at

    try:
        validate_email(email)
    except ValidationError:
        raise Trouble(
            f"{email!r} is no e-mail address. No account was opened."
        ) from None
    if account_at(email) is not None:
        say(f"  account: {email} is there already; its password was not changed")
        return
    password, made = choose_password()
    open_account(email, password)
    say(f"  account: {email} of the project team was opened")
    if made:
        say(f"  its password, shown only now: {password}")


def choose_password() -> tuple[str, bool]:
    """A password asked for at a terminal, else made; whether it was made."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if not sys.stdin.isatty():
        return secrets.token_urlsafe(12), True
    while True:
        password: str = click.prompt(
            "  Password for it (empty: make one)",
            default="",
            hide_input=True,
            show_default=False,
            confirmation_prompt=True,
        )
        if not password:
            return secrets.token_urlsafe(12), True
        try:
            validate_password(password)
        except ValidationError as error:
            say(f"  {' '.join(error.messages)}")
            continue
        return password, False


def open_account(email: str, password: str) -> None:
    """A person, an account and the role of the project team, all or nothing."""
    from django.db import transaction

    from mwalimu.accounts.operations import system_actor
    from mwalimu.people.models import Role
    from mwalimu.people.operations import assign_role, create_person, invite
    from mwalimu.shared import clock

    by, at = system_actor(), clock.now()
    name = email.partition("@")[0]
    with transaction.atomic():
        person = create_person(name=name, by=by, at=at)
        invite(person, email=email, password=password, mail=False, by=by, at=at)
        assign_role(person, role=Role.PROJECT_TEAM, since=at.date(), by=by, at=at)

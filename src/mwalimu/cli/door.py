"""The way into an instance: its home, its settings, and words instead of tracebacks.

Exit codes of every command: 0 done; 1 it could not be done, or `doctor` found something
bad; 2 wrong usage or settings, nothing was begun; 130 stopped by Ctrl-C.
"""

import errno
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import click

from mwalimu.config.sources import BadSetting, home, load

DEMO_HOME = "~/.mwalimu-demo"
LOCK_SHARED, LOCK_EXCLUSIVE = 1, 2  # as in fcntl, which Windows has not
_NO_PATH = "The path does not exist: check how it is written."
OS_ADVICE = {
    errno.ENOENT: _NO_PATH,
    errno.ENOTDIR: _NO_PATH,
    errno.ENOSPC: "The disk is full. Free some space and repeat the command.",
    errno.EACCES: "Give this user the right to write there, or choose another --home.",
    errno.EPERM: "Give this user the right to write there, or choose another --home.",
    errno.EROFS: "The disk is read-only. Choose another --home.",
}


class Trouble(click.ClickException):
    """It could not be done; the message says what happened and what to do."""

    exit_code = 1


class WrongSettings(click.ClickException):
    """A setting cannot be used; nothing was begun."""

    exit_code = 2


def choose_home(_context: click.Context, _parameter: object, value: str | None) -> None:
    """Remember the home that an option names, for this process and its children."""
    if value:
        os.environ["MWALIMU_HOME"] = str(Path(value).expanduser().resolve())


def home_option() -> click.Option:
    """`--home DIR`, the same before and after the name of a command."""
    return click.Option(
        ["--home"],
        type=click.Path(file_okay=False),
        expose_value=False,
        is_eager=True,
        callback=choose_home,
        metavar="DIR",
        help="The folder where the data live; default MWALIMU_HOME, else ~/.mwalimu.",
    )


class HomeCommand(click.Command):
    """A command of an instance: it takes --home."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.params.append(home_option())


class HomeGroup(click.Group):
    """A group of commands of an instance: it and they take --home."""

    command_class = HomeCommand
    group_class = type

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.params.append(home_option())

    def invoke(self, context: click.Context) -> Any:
        """Run, and say known troubles in words."""
        speak_utf8()
        with words_for_troubles():
            return super().invoke(context)


def speak_utf8() -> None:
    """Write what is kept in a file or sent through a pipe in UTF-8, as our formats say.

    A terminal keeps its encoding, and sees what it cannot show by its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8")


@contextmanager
def words_for_troubles() -> Iterator[None]:
    """Turn what can go wrong on any machine into a message and an exit code."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import DatabaseError

    try:
        yield
    except (BadSetting, ImproperlyConfigured) as error:
        raise WrongSettings(str(error)) from None
    except DatabaseError as error:
        raise Trouble(database_words(error)) from error
    except OSError as error:
        if error.errno not in OS_ADVICE:
            raise
        where = f" ({error.filename})" if error.filename else ""
        reason = os.strerror(error.errno or 0)
        raise Trouble(f"{reason}{where}. {OS_ADVICE[error.errno or 0]}") from None


def database_words(error: Exception) -> str:
    """What a database error means for an operator, without the address or password."""
    first = (str(error).strip().splitlines() or [""])[0]
    text = first.lower()
    if "no such table" in text or "does not exist" in text:
        advice = (
            "Run `mwalimu init` for a new instance, `mwalimu upgrade` for an old one."
        )
    elif "readonly" in text or "unable to open" in text:
        advice = "This user cannot write the database. Check who owns the home."
    elif "full" in text:
        advice = "The disk is full. Free some space and repeat the command."
    elif "locked" in text:
        advice = "Something else is writing for a long time. Repeat the command later."
    else:
        advice = "Run `mwalimu doctor` to see what is wrong."
    return f"The database says: {first}. {advice}"


def prepare_home() -> Path:
    """The home, made if new and, like all that is made in it, its owner's only."""
    folder = home()
    os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError:
        raise Trouble(f"{folder} is a file. Choose a folder with --home.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(f"{folder} cannot be written. {OS_ADVICE[errno.EACCES]}")
    for name in ("files", "static", "backups", "secrets"):
        (folder / name).mkdir(exist_ok=True, mode=0o700)
    return folder


def ready() -> Path:
    """Load Django for the instance in the home; the home."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mwalimu.config.settings")
    folder = prepare_home()
    load(folder, os.environ)  # nonsense is refused in words, before Django starts
    import django

    django.setup()
    return folder


def ready_to_speak() -> str:
    """Load Django, and choose the words of the terminal's language; its code.

    As everywhere: LC_ALL, else LC_MESSAGES, else LANG decides, LANGUAGE may name others
    before it. A language without a translation is that of the settings.
    """
    ready()
    from django.conf import settings
    from django.utils.translation import activate

    offered = [code for code, _ in settings.LANGUAGES]
    wanted = languages_of(os.environ)
    chosen = next((code for code in wanted if code in offered), settings.LANGUAGE_CODE)
    activate(chosen)
    return chosen


def languages_of(environment: Mapping[str, str]) -> list[str]:
    """The languages that an environment asks for, the first one first."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return []
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    return [re.split(r"[_.@]", each)[0].lower() for each in wanted if each]


def child_environment(folder: Path) -> MutableMapping[str, str]:
    """The environment for a process that serves the same instance."""
    return {**os.environ, "MWALIMU_HOME": str(folder), "PYTHONUNBUFFERED": "1"}


@contextmanager
def locked(path: Path, mode: int, refusal: str) -> Iterator[None]:
    """Hold a lock of the home, or say why not; it ends with the process."""
    import fcntl

    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600)) as handle:
        try:
            fcntl.flock(handle, mode | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(refusal) from None
        yield


def alone(folder: Path) -> AbstractContextManager[None]:
    """Let no other command prepare this home meanwhile."""
    refusal = f"Another command is preparing {folder}. Wait until it has ended."
    return locked(folder / "maintenance.lock", LOCK_EXCLUSIVE, refusal)


def serving(folder: Path) -> AbstractContextManager[None]:
    """Say that this process works on the home, so that it is not replaced beneath it."""
    refusal = f"{folder} is being restored or upgraded. Start again when it has ended."
    return locked(folder / "serving.lock", LOCK_SHARED, refusal)


def stopped(folder: Path) -> AbstractContextManager[None]:
    """Make sure that no server and no worker works on this home."""
    refusal = f"Mwalimu is running on {folder}. Stop it first. Nothing was changed."
    return locked(folder / "serving.lock", LOCK_EXCLUSIVE, refusal)

"""Where settings come from: default < `mwalimu.toml` in the home < environment.

Every setting is declared once in OPTIONS. Nonsense is refused with a message that names
the setting, the value and what would be right. A secret may also come from a file:
`MWALIMU_SECRET_KEY_FILE=/run/secrets/key`.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mwalimu.config.readers import (
    base_url,
    database,
    host,
    hosts,
    mail_address,
    secret,
    text,
    time_zone,
    whole,
    yes_or_no,
)


class BadSetting(Exception):
    """A setting that cannot be used; `str()` says which, why, and what to write."""


@dataclass(frozen=True)
class Option:
    """A setting: its name in the file, its variable, its default, how it is read."""

    name: str
    default: str
    read: Callable[[str], Any]
    help: str
    variable: str = ""
    secret: bool = False

    @property
    def environment(self) -> str:
        """The name of the environment variable."""
        return self.variable or f"MWALIMU_{self.name.upper()}"


OPTIONS = (
    Option(
        "base_url",
        "http://127.0.0.1:8000",
        base_url,
        "The public address. With https, cookies are secure and HTTP is redirected.",
    ),
    Option(
        "hosts",
        "",
        hosts,
        "Further host names that are answered, beside the one of base_url.",
    ),
    Option(
        "behind_proxy",
        "no",
        yes_or_no,
        "A proxy in front sets X-Forwarded-Proto and X-Forwarded-For; they are trusted.",
    ),
    Option(
        "database_url",
        "",
        database,
        "Empty: SQLite in the home. PostgreSQL 15 or later by its address.",
        variable="DATABASE_URL",
        secret=True,
    ),
    Option(
        "secret_key",
        "",
        secret,
        "Signs sessions and links; 50 or more characters. Empty: made once, kept in the home.",
        secret=True,
    ),
    Option(
        "person_key",
        "",
        secret,
        "Keys the hash of staff numbers; never change it. Empty: made once, kept in the home.",
        secret=True,
    ),
    Option(
        "debug",
        "no",
        yes_or_no,
        "Show error pages for developers. Never on the internet.",
    ),
    Option(
        "demo",
        "no",
        yes_or_no,
        "This instance shows the demo: a banner says so and mails go to the outbox page.",
    ),
    Option(
        "mail_host", "", host, "SMTP server. Empty: mails are kept in the outbox page."
    ),
    Option("mail_port", "587", whole(1, 65535), "SMTP port."),
    Option("mail_user", "", text, "SMTP user."),
    Option("mail_password", "", text, "SMTP password.", secret=True),
    Option("mail_tls", "yes", yes_or_no, "Use STARTTLS."),
    Option("mail_from", "mwalimu@localhost", mail_address, "The sender of mails."),
    Option(
        "time_zone",
        "Europe/Brussels",
        time_zone,
        "IANA time zone in which instants are shown.",
    ),
    Option("web_workers", "1", whole(1, 64), "Web server processes."),
    Option("web_threads", "4", whole(1, 256), "Threads of each web server process."),
    Option(
        "max_upload_mb",
        "25",
        whole(1, 10000),
        "The largest request that is read, in megabytes; more is refused with 413.",
    ),
    Option(
        "backup_warn_hours",
        "48",
        whole(0, 87600),
        "`mwalimu doctor` warns when the newest backup is older; 0 never warns.",
    ),
)
BY_NAME = {option.name: option for option in OPTIONS}


def home() -> Path:
    """The folder in which an instance lives: MWALIMU_HOME, else ~/.mwalimu."""
    return Path(os.environ.get("MWALIMU_HOME") or Path.home() / ".mwalimu").resolve()


def read_file(path: Path) -> dict[str, str]:
    """The settings of a `mwalimu.toml`, as texts. Raises BadSetting."""
    if not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadSetting(f"{path} cannot be read: {error}.") from None
    unknown = sorted(set(content) - set(BY_NAME))
    if unknown:
        known = ", ".join(BY_NAME)
        raise BadSetting(f"{path} has no setting {unknown[0]!r}. Known are: {known}.")
    return {key: as_text(path, key, value) for key, value in content.items()}


def as_text(path: Path, key: str, value: object) -> str:
    """A value of the file as the text it would be in the environment."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ",".join(value)
    if not isinstance(value, str | int):
        raise BadSetting(f"{path}: {key} must be a text, a number, true or false.")
    return str(value)


def from_environment(option: Option, environ: Mapping[str, str]) -> str | None:
    """The value in the environment, or in the file that NAME_FILE points to."""
    pointer = environ.get(f"{option.environment}_FILE")
    direct = environ.get(option.environment)
    if pointer is None:
        return direct
    if direct is not None:
        name = option.environment
        raise BadSetting(f"{name} and {name}_FILE are both set: remove one of them.")
    try:
        return Path(pointer).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"{option.environment}_FILE: {error}.") from None


def load(folder: Path, environ: Mapping[str, str]) -> dict[str, Any]:
    """Every setting, read and checked. Raises BadSetting."""
    in_file = read_file(folder / "mwalimu.toml")
    values = {}
    for option in OPTIONS:
        raw = from_environment(option, environ)
        where = option.environment
        if raw is None:
            raw, where = (
                in_file.get(option.name, option.default),
                f"setting {option.name}",
            )
        try:
            values[option.name] = option.read(raw)
        except ValueError as error:
            shown = "(secret)" if option.secret else repr(raw)
            raise BadSetting(f"{where} is {shown}: {error}.") from None
    return values

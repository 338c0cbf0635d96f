"""What leaves the database does so through an outbox row that the worker dispatches.

An operation writes the row in its own transaction: a mail is sent if and only if the
fact that caused it was stored. The worker claims a row by a conditional update and goes
on only if it changed exactly one row. A claim lasts CLAIM; a worker that was killed
loses it, and the row is tried again: each message is dispatched at least once, and twice
only if the worker died between sending and noting it. See
docs/explanation/background-work.md.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from mwalimu.shared.models import OutboxMessage

State = OutboxMessage.State
MAIL = "mail"
CONTENT = ("subject", "text", "html")
CLAIM = timedelta(minutes=5)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240, 720, 1440))


class CannotBeDone(Exception):
    """Trying again would not help, for example an address that does not exist."""


@dataclass(frozen=True)
class Part:
    """What goes with the text of a mail: a file, or without a name another form of it.

    A calendar program reads `text/calendar; method=REQUEST` as a form of the text.
    """

    media_type: str
    content: bytes
    name: str = ""


Handler = Callable[[OutboxMessage], OutboxMessage.State]


def post(
    kind: str, payload: Mapping[str, Any], *, key: str, at: datetime
) -> OutboxMessage:
    """Put a message in the outbox, once per `key`.

    Returns the row that is there already when the key was used before.
    """
    row, _ = OutboxMessage.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "payload": dict(payload),
            "created_at": at,
            "due_at": at,
        },
    )
    return row


def post_mail(
    *,
    to: Sequence[str],
    subject: str,
    text: str,
    key: str,
    at: datetime,
    html: str = "",
    parts: Sequence[Part] = (),
) -> OutboxMessage:
    """Put a mail in the outbox, once per `key`. The subject is kept to one line."""
    subject = " ".join(subject.split())
    payload: dict[str, Any] = {"to": list(to), "subject": subject, "text": text}
    if html:
        payload["html"] = html
    if parts:
        payload["parts"] = [_packed(part) for part in parts]
    return post(MAIL, payload, key=key, at=at)


def _packed(part: Part) -> dict[str, str]:
    content = b64encode(part.content).decode("ascii")
    return {"type": part.media_type, "name": part.name, "content": content}


def parts_of(payload: Mapping[str, Any]) -> list[Part]:
    """The parts of a mail that waits in the outbox."""
    return [
        Part(row["type"], b64decode(row["content"]), row["name"])
        for row in payload.get("parts", ())
    ]


def mails() -> QuerySet[OutboxMessage]:
    """Every mail, newest first; the text of a mail that was sent is gone."""
    return OutboxMessage.objects.filter(kind=MAIL).order_by("-id")


def forget(*, addresses: Iterable[str], names: Iterable[str], at: datetime) -> int:
    """Take somebody who is forgotten out of every message; how many told of them.

    A message that names them, or was for them alone, loses addressee, subject and text;
    what was still to be sent is given up. From other messages only their address goes.
    """
    theirs = {address.casefold() for address in addresses if address}
    words = [*theirs, *(name for name in names if name.strip())]
    found = _holding(words).iterator(chunk_size=200)
    told = [message for message in found if _clear(message, theirs, words)]
    for message in told:
        if message.state == State.WAITING and not message.payload:
            message.state, message.settled_at = State.ERASED, at
        message.last_error = ""
        message.save(update_fields=["payload", "state", "settled_at", "last_error"])
    return len(told)


def _holding(words: Iterable[str]) -> QuerySet[OutboxMessage]:
    """Messages in which one of the texts occurs, perhaps as a part of a word.

    And those with parts, into which a database cannot look.
    """
    wanted = Q(payload__has_key="parts")
    for word in words:
        for part in ("to", *CONTENT):
            wanted |= Q(**{f"payload__{part}__icontains": word})
        wanted |= Q(last_error__icontains=word)
    return OutboxMessage.objects.filter(wanted)


def _clear(message: OutboxMessage, theirs: set[str], words: Iterable[str]) -> bool:
    """Clear what tells of somebody; False where it is about a longer word only."""
    payload = message.payload
    to = payload.get("to", [])
    others = [address for address in to if address.casefold() not in theirs]
    texts = [*(str(payload.get(part, "")) for part in CONTENT), message.last_error]
    texts += [text for part in parts_of(payload) for text in _texts_of(part)]
    named = any(_says(text, word) for text in texts for word in words)
    if len(others) == len(to) and not named:
        return False
    message.payload = {**payload, "to": others} if others and not named else {}
    return True


def _texts_of(part: Part) -> tuple[str, str]:
    """The name of a part, and its words where it is a text; a calendar folds lines."""
    if not part.media_type.startswith("text/"):
        return part.name, ""
    text = part.content.decode("utf-8", "replace")
    return part.name, re.sub(r"\r?\n[ \t]", "", text)


def _says(text: str, word: str) -> bool:
    whole = rf"(?<!\w){re.escape(word)}(?!\w)"
    return re.search(whole, text, re.IGNORECASE) is not None


def waiting() -> QuerySet[OutboxMessage]:
    """Messages that are still to be dispatched, those due first."""
    return OutboxMessage.objects.filter(state=State.WAITING).order_by("due_at", "id")


def claim(message: OutboxMessage, at: datetime) -> bool:
    """Take a due message for CLAIM; False if another worker was faster."""
    mine = OutboxMessage.objects.filter(
        pk=message.pk, state=State.WAITING, attempts=message.attempts, due_at__lte=at
    )
    if mine.update(attempts=message.attempts + 1, due_at=at + CLAIM) != 1:
        return False
    message.attempts += 1
    return True


def settle(message: OutboxMessage, state: OutboxMessage.State, at: datetime) -> None:
    """Note that a claimed message is done, kept or given up.

    The text of what was sent is dropped: only whom and about what stays.
    """
    payload = message.payload
    if state == State.DONE:
        payload = {key: payload[key] for key in ("to", "subject") if key in payload}
    OutboxMessage.objects.filter(pk=message.pk, state=State.WAITING).update(
        state=state, settled_at=at, payload=payload, last_error=message.last_error
    )


def put_off(message: OutboxMessage, error: str, at: datetime) -> None:
    """Note that an attempt failed; try again later, or give up after the last wait."""
    message.last_error = error[:2000]
    if message.attempts > len(WAITS):
        settle(message, State.FAILED, at)
        return
    mine = OutboxMessage.objects.filter(
        pk=message.pk, state=State.WAITING, attempts=message.attempts
    )
    due_at = at + WAITS[message.attempts - 1]
    mine.update(due_at=due_at, last_error=message.last_error)


def dispatch_one(
    message: OutboxMessage, handlers: Mapping[str, Handler], at: datetime
) -> bool:
    """Claim one message and hand it to the handler of its kind; False if not claimed."""
    if not claim(message, at):
        return False
    handler = handlers.get(message.kind)
    try:
        if handler is None:
            raise CannotBeDone(f"nothing handles the kind {message.kind!r}")
        state = handler(message)
    except CannotBeDone as error:
        message.last_error = str(error)[:2000]
        settle(message, State.FAILED, at)
    except Exception as error:  # any failure of the world outside: keep it, try again
        put_off(message, f"{type(error).__name__}: {error}", at)
    else:
        message.last_error = ""
        settle(message, state, at)
    return True


def dispatch(
    handlers: Mapping[str, Handler], now: Callable[[], datetime], limit: int = 100
) -> int:
    """Dispatch what is due, at most `limit` messages; how many were tried.

    `now` is asked for every message, because one may take long.
    """
    due = list(waiting().filter(due_at__lte=now())[:limit])
    return sum(dispatch_one(message, handlers, now()) for message in due)

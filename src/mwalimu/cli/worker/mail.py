"""Sending a mail of the outbox."""

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from mwalimu.shared.models import OutboxMessage
from mwalimu.shared.outbox import CannotBeDone, Part, State, parts_of

REFUSED = range(500, 600)


def send_mail(message: OutboxMessage) -> OutboxMessage.State:
    """Hand a mail to the SMTP server; without one, or in the demo, keep it readable.

    The Message-ID is made from the row: should a mail go out twice, because the worker
    was killed at the wrong moment, mail programs can tell that it is the same one.
    """
    if settings.DEMO or not settings.EMAIL_HOST:
        return State.KEPT
    payload = message.payload
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    mail = EmailMultiAlternatives(
        payload["subject"],
        payload["text"],
        to=payload["to"],
        headers={"Message-ID": f"<{message.uuid}@{domain}>"},
    )
    if html := payload.get("html"):
        mail.attach_alternative(html, "text/html")
    for part in parts_of(payload):
        _add(mail, part)
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = {code for code, _ in error.recipients.values()}
        if all(code in REFUSED for code in codes):
            raise CannotBeDone(
                f"the mail server refused the address: {codes}"
            ) from None
        raise
    return State.DONE


def _add(mail: EmailMultiAlternatives, part: Part) -> None:
    """A file with its name; without one, another form of the text, in UTF-8."""
    if part.name:
        mail.attach(part.name, part.content, part.media_type)
    else:
        mail.attach_alternative(part.content.decode("utf-8"), part.media_type)


HANDLERS = {"mail": send_mail}

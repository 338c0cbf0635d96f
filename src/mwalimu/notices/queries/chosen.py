"""What a person said of their reminders, and which mails they were written."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from mwalimu.notices.models import Behind, Digest, DigestChoice, Quiet
from mwalimu.notices.permissions import digests_visible_to, quiet_visible_to
from mwalimu.people.models import Person
from mwalimu.people.permissions import Viewer

LAST = 5


def frequency_of(viewer: Viewer) -> str:
    """How often the viewer wants the mail; every week where they never said."""
    row = DigestChoice.objects.filter(person__in=[viewer.person_id]).first()
    return row.frequency if row else DigestChoice.Frequency.WEEKLY


def quiet_of(viewer: Viewer) -> list[Quiet]:
    """What the viewer muted or put off, the kinds first."""
    return list(quiet_visible_to(viewer).order_by("subject", "kind"))


def last_digests(viewer: Viewer) -> list[Digest]:
    """The viewer's own last weeks, the newest first."""
    rows = digests_visible_to(viewer).filter(person__in=[viewer.person_id])
    return list(rows.order_by("-year", "-week")[:LAST])


def put_off_before(day: date) -> QuerySet[Quiet]:
    """What was put off until that day or an earlier one: it is shown again anyway."""
    return Quiet.objects.filter(kind="", until__lte=day)


def digests_before(at: datetime) -> QuerySet[Digest]:
    """Weekly mails that were considered before an instant."""
    return Digest.objects.filter(made_at__lt=at)


def reminders_held(person: Person) -> dict[str, Any]:
    """What is held on a person's reminders, for themselves, as plain data."""
    choice = DigestChoice.objects.filter(person=person).first()
    quiet = Quiet.objects.filter(person=person).order_by("pk")
    digests = Digest.objects.filter(person=person).order_by("-year", "-week")
    behind = Behind.objects.filter(person=person).select_related("cohort")
    return {
        "reminders": {
            "mail": choice.frequency if choice else DigestChoice.Frequency.WEEKLY.value,
            "muted": [row.kind for row in quiet if row.kind],
            "put_off": [
                {"about": row.subject, "until": row.until and row.until.isoformat()}
                for row in quiet
                if row.subject
            ],
            "behind": [
                {
                    "cohort": row.cohort.code,
                    "missed": row.missed,
                    "since": row.since and row.since.isoformat(),
                    "seen_at": row.seen_at.isoformat(),
                }
                for row in behind
            ],
        },
        "digests": [
            {
                "week": f"{row.year}-W{row.week:02}",
                "state": row.state,
                "matters": row.matters,
                "made_at": row.made_at.isoformat(),
            }
            for row in digests
        ],
    }

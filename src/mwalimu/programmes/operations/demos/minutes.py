"""The minutes of a panel: drafted, closed, signed, and corrected by others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.people.queries import acting_viewer
from mwalimu.programmes.models import (
    PanelMember,
    PanelMinutes,
    PanelResult,
    Session,
)
from mwalimu.programmes.models.demos import LEAST, MOST
from mwalimu.programmes.operations.demos.printing import keep_pdf
from mwalimu.programmes.operations.demos.refusals import (
    DemoRefused,
    plain,
    require_team,
)
from mwalimu.programmes.permissions.demos import complete_slots
from mwalimu.programmes.queries.demos.sealing import hash_of
from mwalimu.reference.models import Topic

FEWEST_SIGN = 2
MOST_SIGN = 12
LANGUAGES = ("en", "fr")
COPIED = ("candidate", "topic", "skill", "expertise", "content", "remarks")


@dataclass(frozen=True)
class ResultFacts:
    """What the panel agreed for one candidate in one topic."""

    candidate: Person
    topic: Topic
    skill: int
    expertise: int
    content: int
    remarks: str = ""


@dataclass(frozen=True)
class PanelSeat:
    """Somebody of the panel, and for which organisation they sit there."""

    person: Person
    organisation: str


@transaction.atomic
def draft_minutes(
    session: Session, *, language: str, by: Actor, at: datetime
) -> PanelMinutes:
    """Begin minutes of a session. Raises DemoRefused."""
    require_team(by, at)
    if not complete_slots().filter(session=session).exists():
        text = pgettext(
            "refusal", "No slot of this session is scored by all its assessors yet."
        )
        raise DemoRefused("", text)
    return _begin(session, language, None, by, at)


@transaction.atomic
def correct_minutes(old: PanelMinutes, *, by: Actor, at: datetime) -> PanelMinutes:
    """Begin minutes that correct signed ones, with what those say to start from.

    The old ones stay as they were signed. Raises DemoRefused.
    """
    require_team(by, at)
    if old.closed_at is None or old.panel.filter(signed_at=None).exists():
        text = pgettext(
            "refusal", "Only signed minutes are corrected by others: change these."
        )
        raise DemoRefused("", text)
    if PanelMinutes.objects.filter(corrects=old).exists():
        text = pgettext("refusal", "Others correct these minutes already.")
        raise DemoRefused("", text)
    row = _begin(old.session, old.language, old, by, at)
    PanelResult.objects.bulk_create(
        PanelResult(minutes=row, **{name: getattr(each, name) for name in COPIED})
        for each in old.results.select_related("candidate", "topic")
    )
    PanelMember.objects.bulk_create(
        PanelMember(minutes=row, person=each.person, organisation=each.organisation)
        for each in old.panel.select_related("person")
    )
    return row


def _begin(
    session: Session,
    language: str,
    corrects: PanelMinutes | None,
    by: Actor,
    at: datetime,
) -> PanelMinutes:
    if language not in LANGUAGES:
        raise DemoRefused("language", pgettext("refusal", "Choose a language."))
    row = PanelMinutes.objects.create(
        session=session,
        language=language,
        corrects=corrects,
        created_at=at,
        created_by=by,
    )
    after = {"session": str(session.uuid)}
    if corrects is not None:
        after["corrects"] = str(corrects.uuid)
    record("create", "panel_minutes", row.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def write_minutes(
    minutes: PanelMinutes,
    *,
    text: str,
    results: Sequence[ResultFacts],
    panel: Sequence[PanelSeat],
    by: Actor,
    at: datetime,
) -> PanelMinutes:
    """What the panel agreed, and who sits on it; the draft as a whole.

    Raises DemoRefused.
    """
    require_team(by, at)
    row = _draft(minutes)
    row.text = plain("text", text, 20_000)
    _check_results(row, results)
    _check_panel(results, panel)
    row.save(update_fields=["text"])
    row.results.all().delete()
    row.panel.all().delete()
    PanelResult.objects.bulk_create(
        PanelResult(minutes=row, **{name: getattr(each, name) for name in COPIED})
        for each in results
    )
    PanelMember.objects.bulk_create(
        PanelMember(
            minutes=row, person=each.person, organisation=each.organisation.strip()
        )
        for each in panel
    )
    after = {"results": len(results), "panel": len(panel)}
    record("write", "panel_minutes", row.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def close_minutes(minutes: PanelMinutes, *, by: Actor, at: datetime) -> PanelMinutes:
    """Fix the text for signing: its hash is taken, its PDF made. Raises DemoRefused."""
    require_team(by, at)
    row = _draft(minutes)
    if not row.results.exists():
        text = pgettext("refusal", "Agree on a result of one WG member at least.")
        raise DemoRefused("", text)
    if row.panel.count() < FEWEST_SIGN:
        text = pgettext("refusal", "A panel has %(least)s members at least.")
        raise DemoRefused("", text % {"least": FEWEST_SIGN})
    row.content_hash = hash_of(row)
    row.closed_at = at
    row.save(update_fields=["content_hash", "closed_at"])
    keep_pdf(row, at)
    after = {"hash": row.content_hash}
    record("close", "panel_minutes", row.uuid, by=by, at=at, after=after)
    return row


@transaction.atomic
def reopen_minutes(minutes: PanelMinutes, *, by: Actor, at: datetime) -> PanelMinutes:
    """Make a draft of them again, as long as nobody has signed. Raises DemoRefused."""
    require_team(by, at)
    row = _locked(minutes)
    if row.closed_at is None or row.panel.filter(signed_at__isnull=False).exists():
        text = pgettext(
            "refusal",
            "Signed minutes never change. Write others that correct them.",
        )
        raise DemoRefused("", text)
    row.content_hash, row.closed_at = "", None
    row.save(update_fields=["content_hash", "closed_at"])
    record("reopen", "panel_minutes", row.uuid, by=by, at=at)
    return row


@transaction.atomic
def drop_minutes(minutes: PanelMinutes, *, by: Actor, at: datetime) -> None:
    """A draft that is not wanted goes. Raises DemoRefused."""
    require_team(by, at)
    row = _draft(minutes)
    record("drop", "panel_minutes", row.uuid, by=by, at=at)
    row.delete()


@transaction.atomic
def sign_minutes(minutes: PanelMinutes, *, by: Actor, at: datetime) -> PanelMember:
    """A member of the panel signs what was closed, with their own sign-in.

    Signing twice changes nothing. Raises DemoRefused.
    """
    row = _locked(minutes)
    viewer = acting_viewer(by, at.date())
    seat = row.panel.filter(person__in=[viewer.person_id]).first()
    if viewer.person_id is None or seat is None:
        text = pgettext("refusal", "Only members of the panel sign its minutes.")
        raise DemoRefused("", text)
    if seat.signed_at is not None:
        return seat
    if row.closed_at is None:
        text = pgettext("refusal", "These minutes are still a draft: nothing to sign.")
        raise DemoRefused("", text)
    if hash_of(row) != row.content_hash:
        text = pgettext(
            "refusal",
            "The minutes are not what was closed, so nothing was signed. Tell the"
            " project team at once.",
        )
        raise DemoRefused("", text)
    seat.signed_at, seat.signed_hash = at, row.content_hash
    seat.save(update_fields=["signed_at", "signed_hash"])
    keep_pdf(row, at)
    after = {"hash": row.content_hash}
    record("sign", "panel_minutes", row.uuid, by=by, at=at, after=after)
    return seat


def _locked(minutes: PanelMinutes) -> PanelMinutes:
    rows = PanelMinutes.objects.select_for_update(of=("self",))
    return rows.select_related("session").get(pk=minutes.pk)


def _draft(minutes: PanelMinutes) -> PanelMinutes:
    row = _locked(minutes)
    if row.closed_at is not None:
        text = pgettext(
            "refusal",
            "Closed minutes do not change. Open them again while nobody has signed, or"
            " write others that correct them.",
        )
        raise DemoRefused("", text)
    return row


def _check_results(row: PanelMinutes, results: Sequence[ResultFacts]) -> None:
    """On the scale, once each, and only where every assessor is in."""
    slots = complete_slots().filter(session=row.session_id)
    complete = set(slots.values_list("candidate", "topic"))
    seen: set[tuple[Any, Any]] = set()
    for each in results:
        key = (each.candidate.pk, each.topic.pk)
        if key not in complete or key in seen:
            text = pgettext(
                "refusal", "A result needs a slot that all its assessors have scored."
            )
            raise DemoRefused("results", text)
        seen.add(key)
        for name in ("skill", "expertise", "content"):
            if not LEAST <= getattr(each, name) <= MOST:
                text = pgettext("refusal", "Give a score from %(least)s to %(most)s.")
                raise DemoRefused("results", text % {"least": LEAST, "most": MOST})
        plain("results", each.remarks, 5_000)


def _check_panel(results: Sequence[ResultFacts], panel: Sequence[PanelSeat]) -> None:
    """Each once, for an organisation, and no candidate among them."""
    people = [each.person.pk for each in panel]
    if len(set(people)) < len(people) or len(people) > MOST_SIGN:
        text = pgettext(
            "refusal", "Name each member of the panel once, %(most)s at most."
        )
        raise DemoRefused("panel", text % {"most": MOST_SIGN})
    if {each.candidate.pk for each in results} & set(people):
        text = pgettext(
            "refusal", "A WG member whose result it is does not sit on the panel."
        )
        raise DemoRefused("panel", text)
    for each in panel:
        if not plain("panel", each.organisation, 100):
            text = pgettext(
                "refusal", "Say for which organisation each member sits there."
            )
            raise DemoRefused("panel", text)
        if each.person.account_id is None:
            text = pgettext(
                "refusal", "%(name)s has no account, so cannot sign: invite them first."
            )
            raise DemoRefused("panel", text % {"name": each.person.name})

"""Writing letters to administrations, and issuing them as Word files with a number."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.people.models import Person
from mwalimu.programmes.engine.placeholders import fill, paragraphs
from mwalimu.programmes.models import (
    Cohort,
    Letter,
    LetterBook,
    LetterKind,
    Session,
)
from mwalimu.programmes.operations.letters.refusals import LetterRefused
from mwalimu.programmes.operations.letters.texts import check_wording, require_team
from mwalimu.programmes.operations.letters.values import long_day, values_of
from mwalimu.programmes.queries.letters import (
    LANGUAGES,
    layout_in_use,
    letter_language,
    text_of,
)
from mwalimu.reference.models import Member
from mwalimu.shared.files import DOCUMENTS, opened, store
from mwalimu.typesetting import word

WORD_MOST = 20_000_000


@dataclass(frozen=True)
class Occasion:
    """What a letter is about: a kind, and the cohort, session or person it concerns."""

    kind: str
    cohort: Cohort | None = None
    session: Session | None = None
    person: Person | None = None
    answer_by: date | None = None


@dataclass(frozen=True)
class Wording:
    """What the team changed in a draft."""

    subject: str
    body: str
    language: str
    signatory: str = ""
    answer_by: date | None = None


@transaction.atomic
def write_letters(
    occasion: Occasion,
    *,
    members: Sequence[Member],
    participants: Mapping[int, Sequence[Person]] | None = None,
    by: Actor,
    at: datetime,
) -> list[Letter]:
    """A draft for each Member, in its language, from the text in use.

    `participants` gives for a Member (primary key) the persons to name. What is known is
    filled in; placeholders without a value stay for the team to see.
    """
    require_team(by, at)
    if occasion.kind not in LetterKind.values:
        raise LetterRefused("kind", pgettext("refusal", "There is no such letter."))
    if not members:
        text = pgettext("refusal", "Choose the Members to which you write.")
        raise LetterRefused("members", text)
    _check_answer_by(occasion.answer_by, at)
    named = participants or {}
    return [
        _draft(occasion, member, named.get(member.pk, ()), by, at) for member in members
    ]


def _draft(
    occasion: Occasion, member: Member, named: Sequence[Person], by: Actor, at: datetime
) -> Letter:
    text = text_of(occasion.kind, letter_language(member))
    letter = Letter(
        direction=Letter.Direction.OUT,
        kind=occasion.kind,
        member=member,
        cohort=occasion.cohort,
        session=occasion.session,
        person=occasion.person,
        language=text.language,
        answer_by=occasion.answer_by,
        created_at=at,
        created_by=by,
    )
    values = values_of(letter, named)
    letter.subject = fill(text.subject, values).text[:200]
    letter.body = fill(text.body, values).text
    letter.save()
    after = {"kind": letter.kind, "member": member.code}
    record("write", "letter", letter.uuid, by=by, at=at, after=after)
    return letter


@transaction.atomic
def reword_letter(
    letter: Letter, *, wording: Wording, by: Actor, at: datetime
) -> Letter:
    """Change a draft. Raises LetterRefused for a letter that was issued."""
    require_team(by, at)
    _require_draft(letter)
    check_wording(wording.subject, wording.body)
    if wording.language not in LANGUAGES:
        text = pgettext("refusal", "Letters are written in English or French.")
        raise LetterRefused("language", text)
    if wording.answer_by != letter.answer_by:
        _check_answer_by(wording.answer_by, at)
    letter.subject = wording.subject.strip()
    letter.body = wording.body.strip()
    letter.language = wording.language
    letter.signatory = wording.signatory.strip()[:200]
    letter.answer_by = wording.answer_by
    letter.save()
    after = {"kind": letter.kind, "member": letter.member.code}
    record("reword", "letter", letter.uuid, by=by, at=at, after=after)
    return letter


@transaction.atomic
def drop_draft(letter: Letter, *, by: Actor, at: datetime) -> None:
    """A draft that is not needed. It had no number and nobody received it."""
    require_team(by, at)
    _require_draft(letter)
    record("drop", "letter", letter.uuid, by=by, at=at)
    letter.delete()


@transaction.atomic
def issue_letters(
    letters: Sequence[Letter], *, dated_on: date, by: Actor, at: datetime
) -> list[Letter]:
    """Give each draft its number and keep its Word file; it never changes again.

    All or none: a placeholder that is still open in one of them refuses the whole.
    """
    require_team(by, at)
    if not letters:
        raise LetterRefused("letters", pgettext("refusal", "Choose the letters."))
    if abs((dated_on - at.date()).days) > 366:
        text = pgettext("refusal", "Write a day within a year from today.")
        raise LetterRefused("dated_on", text)
    drafts = _held(letters)
    for letter in drafts:
        _require_draft(letter)
        check_wording(letter.subject, letter.body)
        _filled(letter, "-", dated_on)
    layout = _layout()
    for letter in drafts:
        letter.dated_on = dated_on
        letter.number = _next_number(dated_on.year)
        letter.file = store(
            io.BytesIO(word_file(letter, layout)),
            name="letter.docx",
            kinds=DOCUMENTS,
            most=WORD_MOST,
            at=at,
        )
        letter.issued_at = at
        letter.save()
        after = {"number": letter.number, "sha256": letter.file.sha256}
        record("issue", "letter", letter.uuid, by=by, at=at, after=after)
    return drafts


def _held(letters: Sequence[Letter]) -> list[Letter]:
    """The letters as they are now, held so that nobody else issues them."""
    rows = Letter.objects.select_for_update(of=("self",))
    rows = rows.select_related("member", "cohort__programme", "person")
    rows = rows.prefetch_related("session__programme", "session__host")
    found = {row.pk: row for row in rows.filter(pk__in=[each.pk for each in letters])}
    return [found[each.pk] for each in letters if each.pk in found]


def word_file(letter: Letter, layout: bytes | None = None) -> bytes:
    """The letter as a .docx. Raises LetterRefused while a placeholder is open."""
    content = _filled(letter, letter.number, letter.dated_on)
    return word.fill(layout or _layout(), content)


def _filled(letter: Letter, number: str, dated_on: date | None) -> dict[str, Any]:
    """What goes into the layout. Raises LetterRefused while a placeholder is open."""
    values = values_of(letter) | {"number": number}
    if dated_on:
        values["date"] = long_day(dated_on, letter.language)
    subject, body = fill(letter.subject, values), fill(letter.body, values)
    if missing := tuple(dict.fromkeys(subject.missing + body.missing)):
        text = pgettext(
            "refusal",
            "The letter to %(member)s still has open places: %(names)s. Nothing was"
            " issued. Write what belongs there, or take them out.",
        )
        names = ", ".join(f"{{{name}}}" for name in missing)
        member = str(letter.member.name(letter.language))
        raise LetterRefused("body", text % {"member": member, "names": names})
    return {
        "sender": values.get("programme", "Mwalimu"),
        "number": number,
        "date": values.get("date", ""),
        "recipient": f"{values['head_title']}\n{values['administration']}",
        "subject": subject.text,
        "paragraphs": paragraphs(body.text),
        "signature": letter.signatory,
    }


def _layout() -> bytes:
    chosen = layout_in_use()
    if chosen is None:
        return word.letter_layout()
    with opened(chosen.file) as stream:
        content: bytes = stream.read()
    return content


def _next_number(year: int) -> str:
    """The next of the year. The row is held until the transaction ends: no gaps."""
    LetterBook.objects.get_or_create(year=year)
    book = LetterBook.objects.filter(year=year)
    book.update(last=F("last") + 1)
    return f"MTP-{year}-{book.get().last:04d}"


def _require_draft(letter: Letter) -> None:
    if not letter.is_draft or letter.withdrawn_at:
        text = pgettext(
            "refusal",
            "This letter was issued: it stays as it is. Withdraw it and write another.",
        )
        raise LetterRefused("", text)


def _check_answer_by(day: date | None, at: datetime) -> None:
    if day is not None and not 0 <= (day - at.date()).days <= 730:
        text = pgettext("refusal", "Write a day from today to two years from now.")
        raise LetterRefused("answer_by", text)

"""Letters out: from the text in use to a numbered Word file that never changes."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from mwalimu.programmes.models import Letter
from mwalimu.programmes.operations.letters import (
    LetterRefused,
    Occasion,
    Wording,
    change_text,
    drop_draft,
    issue_letters,
    restore_text,
    reword_letter,
    write_letters,
)
from mwalimu.programmes.queries.letters import all_texts, shipped_text, text_of
from mwalimu.shared.files import opened
from tests.cast import AT

DAY = AT.date()


def text_in(letter: Letter) -> str:
    with opened(letter.file) as stream:
        document = Document(io.BytesIO(stream.read()))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_a_draft_names_the_person_and_the_administration(draft, wg_member):
    assert wg_member.person.name in draft.subject
    assert "Customs administration of Kenya" in draft.body
    assert draft.number == ""


def test_each_member_is_written_to_in_its_language(cohort, kenya, togo, team):
    togo.languages = ["fr"]
    togo.save()
    occasion = Occasion("another_name", cohort, answer_by=date(2024, 4, 1))
    letters = write_letters(occasion, members=[kenya, togo], by=team.actor, at=AT)
    assert [letter.language for letter in letters] == ["en", "fr"]
    assert "1er avril 2024" in letters[1].body


def test_numbers_follow_one_another_without_a_gap(cohort, kenya, uganda, team):
    occasion = Occasion("other", cohort)
    drafts = write_letters(occasion, members=[kenya, uganda], by=team.actor, at=AT)
    drop_draft(drafts[0], by=team.actor, at=AT)
    more = write_letters(occasion, members=[kenya], by=team.actor, at=AT)
    issued = [
        issue_letters([each], dated_on=DAY, by=team.actor, at=AT)[0].number
        for each in (drafts[1], more[0])
    ]
    assert issued == ["MTP-2024-0001", "MTP-2024-0002"]


def test_a_refused_batch_takes_no_number(draft, cohort, kenya, team):
    (open_place,) = write_letters(
        Occasion("call", cohort), members=[kenya], by=team.actor, at=AT
    )
    with pytest.raises(LetterRefused, match=r"\{answer_by\}"):
        issue_letters([draft, open_place], dated_on=DAY, by=team.actor, at=AT)
    issue_letters([draft], dated_on=DAY, by=team.actor, at=AT)
    assert Letter.objects.get(pk=draft.pk).number == "MTP-2024-0001"


def test_the_word_file_says_what_the_letter_says(issued, wg_member):
    text = text_in(issued)
    assert issued.number in text
    assert wg_member.person.name in text
    assert "{" not in text


def test_what_was_typed_cannot_run_in_word(draft, team):
    nasty = Wording("{{ 7 * 7 }} & <b>", "{% for x in y %}\n\n{{ number }}", "en")
    reword_letter(draft, wording=nasty, by=team.actor, at=AT)
    (letter,) = issue_letters([draft], dated_on=DAY, by=team.actor, at=AT)
    assert "{{ 7 * 7 }} & <b>" in text_in(letter)


def test_an_issued_letter_never_changes(issued, team):
    wording = Wording("Another subject", "Another text", "en")
    with pytest.raises(LetterRefused, match="stays as it is"):
        reword_letter(issued, wording=wording, by=team.actor, at=AT)
    with pytest.raises(LetterRefused, match="stays as it is"):
        drop_draft(issued, by=team.actor, at=AT)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"subject": "x" * 201}, "subject"),
        ({"body": ""}, "body"),
        ({"body": "x" * 20_001}, "body"),
        ({"body": "Dear {boss}"}, "body"),
        ({"language": "xx"}, "language"),
        ({"answer_by": date(2020, 1, 1)}, "answer_by"),
    ],
)
def test_a_wording_that_is_wrong_is_refused_at_its_field(draft, team, change, field):
    right = Wording("Subject", "Text", "en", answer_by=draft.answer_by)
    with pytest.raises(LetterRefused) as refused:
        reword_letter(draft, wording=replace(right, **change), by=team.actor, at=AT)
    assert refused.value.field == field


def test_only_the_project_team_writes(cohort, kenya, kenya_coordinator):
    with pytest.raises(LetterRefused, match="Only the project team"):
        write_letters(
            Occasion("other", cohort),
            members=[kenya],
            by=kenya_coordinator.actor,
            at=AT,
        )


def test_the_teams_own_text_is_used_until_the_shipped_one_is_restored(team):
    own = {"kind": "call", "language": "en", "by": team.actor, "at": AT}
    change_text(**own, subject="Ours", body="Ours {cohort}")
    assert text_of("call", "en").subject == "Ours"
    restore_text(**own)
    assert text_of("call", "en") == shipped_text("call", "en")


def test_every_shipped_text_uses_known_placeholders(team):
    for text in all_texts():
        change_text(
            kind=text.kind,
            language=text.language,
            subject=text.subject,
            body=text.body,
            by=team.actor,
            at=AT,
        )
    assert all(text.own for text in all_texts())

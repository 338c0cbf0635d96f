"""Minutes: drafted, closed, signed by each, and never changed after."""

import pytest

from mwalimu.people.operations import erase_person
from mwalimu.programmes.models import DemoScore, PanelMinutes, PanelResult
from mwalimu.programmes.operations.demos import (
    DemoRefused,
    PanelSeat,
    ResultFacts,
    close_minutes,
    correct_minutes,
    draft_minutes,
    drop_minutes,
    reopen_minutes,
    sign_minutes,
    write_minutes,
)
from mwalimu.programmes.permissions.demos import (
    minutes_visible_to,
    results_visible_to,
)
from mwalimu.programmes.queries.demos import (
    agreed_results,
    demos_held,
    hash_of,
    talk_of,
)
from mwalimu.shared.files import opened
from mwalimu.shared.models import StoredFile
from mwalimu.web.kit.viewers import viewer_of
from tests.cast import AT, make_person


def viewer(somebody):
    return viewer_of(somebody.account, AT.date())


@pytest.fixture
def write(agreed, wg_member, topics, assessor, team):
    """Write the draft anew; what differs is given."""

    def make(**changes):
        wanted = {
            "text": "",
            "results": [ResultFacts(wg_member.person, topics["HS"], 4, 4, 4)],
            "panel": [
                PanelSeat(assessor.person, "JICA"),
                PanelSeat(team.person, "WCO"),
            ],
        }
        return write_minutes(agreed, **wanted | changes, by=team.actor, at=AT)

    return make


def text_of(pdf):
    from pypdf import PdfReader

    with opened(pdf) as stream:
        return "\n".join(page.extract_text() for page in PdfReader(stream).pages)


def test_minutes_need_a_slot_that_is_complete(slot, session, team):
    with pytest.raises(DemoRefused, match="scored by all"):
        draft_minutes(session, language="en", by=team.actor, at=AT)


def test_the_panel_talks_of_whom_all_scores_are_in(complete, slots, session, team):
    (line,) = talk_of(session, viewer(team))
    assert line.candidate == complete.candidate
    assert (line.spreads["skill"].proposed, line.spreads["skill"].differs) == (4, True)


def test_closed_minutes_have_a_hash_and_a_pdf_without_signatures(closed):
    assert closed.content_hash == hash_of(closed)
    text = text_of(closed.pdf)
    assert "Kenya Candidate" in text
    assert "JICA" in text
    assert "signed on" not in text


def test_each_member_signs_with_their_own_sign_in(closed, assessor, team):
    seat = sign_minutes(closed, by=assessor.actor, at=AT)
    assert seat.signed_hash == closed.content_hash
    assert sign_minutes(closed, by=assessor.actor, at=AT) == seat
    assert closed.panel.filter(signed_at=None).get().person == team.person
    closed.refresh_from_db()
    assert "signed on 1 March 2024 at 09:00 UTC" in text_of(closed.pdf)


def test_the_pdf_before_a_signature_is_not_kept(
    closed, assessor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        sign_minutes(closed, by=assessor.actor, at=AT)
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    "who", ["second_assessor", "kenya_coordinator", "wg_member", "reader"]
)
def test_nobody_else_signs(who, closed, request):
    with pytest.raises(DemoRefused, match="Only members of the panel"):
        sign_minutes(closed, by=request.getfixturevalue(who).actor, at=AT)


def test_a_draft_is_not_signed(agreed, assessor):
    with pytest.raises(DemoRefused, match="still a draft"):
        sign_minutes(agreed, by=assessor.actor, at=AT)


def test_what_was_changed_behind_our_back_is_not_signed(closed, assessor):
    PanelResult.objects.update(skill=5)
    with pytest.raises(DemoRefused, match="not what was closed"):
        sign_minutes(closed, by=assessor.actor, at=AT)


def test_closed_minutes_do_not_change(closed, write, team):
    for attempt in (
        write,
        lambda: close_minutes(closed, by=team.actor, at=AT),
        lambda: drop_minutes(closed, by=team.actor, at=AT),
    ):
        with pytest.raises(DemoRefused, match="do not change"):
            attempt()


def test_they_are_opened_again_only_while_nobody_has_signed(
    closed, write, assessor, team
):
    reopen_minutes(closed, by=team.actor, at=AT)
    write(text="Better")
    close_minutes(closed, by=team.actor, at=AT)
    sign_minutes(closed, by=assessor.actor, at=AT)
    with pytest.raises(DemoRefused, match="never change"):
        reopen_minutes(closed, by=team.actor, at=AT)


def test_a_correction_names_the_minutes_it_corrects(
    signed, wg_member, topics, assessor, team
):
    new = correct_minutes(signed, by=team.actor, at=AT)
    assert (new.corrects, new.results.get().skill) == (signed, 4)
    write_minutes(
        new,
        text="",
        results=[ResultFacts(wg_member.person, topics["HS"], 5, 4, 4)],
        panel=[PanelSeat(assessor.person, "JICA"), PanelSeat(team.person, "WCO")],
        by=team.actor,
        at=AT,
    )
    close_minutes(new, by=team.actor, at=AT)
    new.refresh_from_db()
    assert str(signed.uuid) in text_of(new.pdf).replace("\n", "")
    assert signed.results.get().skill == 4


def test_a_correction_counts_once_it_is_signed_itself(
    signed, wg_member, assessor, team
):
    key = (wg_member.person.pk, signed.results.get().topic_id)
    new = correct_minutes(signed, by=team.actor, at=AT)
    new.results.update(skill=5)
    close_minutes(new, by=team.actor, at=AT)
    assert agreed_results([wg_member.person.pk])[key].skill == 4
    for somebody in (assessor, team):
        sign_minutes(new, by=somebody.actor, at=AT)
    assert agreed_results([wg_member.person.pk])[key].skill == 5


def test_only_signed_minutes_are_corrected_and_only_once(closed, signed, team):
    correct_minutes(signed, by=team.actor, at=AT)
    with pytest.raises(DemoRefused, match="already"):
        correct_minutes(signed, by=team.actor, at=AT)
    draft = PanelMinutes.objects.get(corrects=signed)
    with pytest.raises(DemoRefused, match="Only signed"):
        correct_minutes(draft, by=team.actor, at=AT)


def test_a_draft_is_dropped(agreed, team):
    drop_minutes(agreed, by=team.actor, at=AT)
    assert not PanelMinutes.objects.exists()


def test_a_result_needs_complete_scores_once_and_on_the_scale(
    write, wg_member, togo_wg_member, topics
):
    hs = topics["HS"]
    good = ResultFacts(wg_member.person, hs, 4, 4, 4)
    for results in (
        [ResultFacts(togo_wg_member.person, hs, 4, 4, 4)],
        [good, good],
        [ResultFacts(wg_member.person, hs, 6, 4, 4)],
        [ResultFacts(wg_member.person, hs, 4, 0, 4)],
    ):
        with pytest.raises(DemoRefused) as refused:
            write(results=results)
        assert refused.value.field == "results"


def test_a_panel_has_members_who_can_sign_and_no_candidate(
    write, wg_member, assessor, team, system
):
    mine, theirs = PanelSeat(team.person, "WCO"), PanelSeat(assessor.person, "JICA")
    for panel, says in (
        ([mine, mine], "once"),
        ([mine, PanelSeat(wg_member.person, "Kenya")], "does not sit on the panel"),
        ([mine, PanelSeat(assessor.person, " ")], "for which organisation"),
        ([mine, PanelSeat(make_person("Nobody", system), "EAC")], "no account"),
    ):
        with pytest.raises(DemoRefused, match=says):
            write(panel=panel)
    assert write(panel=[mine, theirs])


def test_minutes_without_a_result_or_with_one_member_are_not_closed(
    write, agreed, team
):
    write(results=[])
    with pytest.raises(DemoRefused, match="one WG member at least"):
        close_minutes(agreed, by=team.actor, at=AT)
    write(panel=[PanelSeat(team.person, "WCO")])
    with pytest.raises(DemoRefused, match="2 members at least"):
        close_minutes(agreed, by=team.actor, at=AT)


@pytest.mark.parametrize("who", ["assessor", "kenya_coordinator", "reader"])
def test_only_the_team_keeps_minutes(who, agreed, session, request):
    by = request.getfixturevalue(who).actor
    for attempt in (
        lambda: draft_minutes(session, language="en", by=by, at=AT),
        lambda: write_minutes(agreed, text="", results=[], panel=[], by=by, at=AT),
        lambda: close_minutes(agreed, by=by, at=AT),
        lambda: drop_minutes(agreed, by=by, at=AT),
    ):
        with pytest.raises(DemoRefused, match="Only the project team"):
            attempt()


def test_who_reads_minutes(
    closed, team, assessor, second_assessor, wg_member, kenya_coordinator, head, reader
):
    for somebody in (team, assessor):
        assert list(minutes_visible_to(viewer(somebody))) == [closed]
    for somebody in (second_assessor, wg_member, kenya_coordinator, head, reader):
        assert not minutes_visible_to(viewer(somebody)).exists()


def test_a_candidate_reads_what_was_agreed_once_all_have_signed(
    closed, wg_member, togo_wg_member, kenya_coordinator, assessor, team
):
    assert not results_visible_to(viewer(wg_member)).exists()
    assert demos_held(wg_member.person)["results"] == []
    for somebody in (assessor, team):
        sign_minutes(closed, by=somebody.actor, at=AT)
    assert results_visible_to(viewer(wg_member)).get().skill == 4
    assert demos_held(wg_member.person)["results"][0]["remarks"] == "Convincing"
    for somebody in (togo_wg_member, kenya_coordinator):
        assert not results_visible_to(viewer(somebody)).exists()


def test_the_persons_own_file_holds_no_single_score(complete, wg_member, assessor):
    assert "Lively" not in str(demos_held(wg_member.person))
    assert demos_held(assessor.person)["scores_given"][0]["remarks"] == "Lively"


def test_minutes_in_french(complete, session, team, wg_member, topics, assessor):
    row = draft_minutes(session, language="fr", by=team.actor, at=AT)
    write_minutes(
        row,
        text="",
        results=[ResultFacts(wg_member.person, topics["HS"], 4, 4, 4)],
        panel=[PanelSeat(assessor.person, "JICA"), PanelSeat(team.person, "OMD")],
        by=team.actor,
        at=AT,
    )
    close_minutes(row, by=team.actor, at=AT)
    row.refresh_from_db()
    assert "Procès-verbal du jury" in text_of(row.pdf)
    assert "26 février 2024" in text_of(row.pdf)
    assert "Compétences pédagogiques" in " ".join(text_of(row.pdf).split())


def test_another_language_is_refused(complete, session, team):
    with pytest.raises(DemoRefused, match="Choose a language"):
        draft_minutes(session, language="xx", by=team.actor, at=AT)


def test_erasure_clears_working_notes_and_leaves_signed_minutes(
    signed, wg_member, team
):
    before = signed.content_hash
    erase_person(wg_member.person, by=team.actor, at=AT)
    assert set(DemoScore.objects.values_list("remarks", flat=True)) == {""}
    signed.refresh_from_db()
    assert hash_of(signed) == signed.content_hash == before
    assert signed.results.get().remarks == "Convincing"

"""What the board and the decisions ask of a cohort's standard."""

from datetime import date
from fractions import Fraction

from mwalimu.qualification.engine import Kind, Requirement, Waiver
from mwalimu.qualification.models import (
    FollowedStandard,
    StandardEdition,
    WaiverRow,
)
from mwalimu.qualification.queries.standards import (
    edition_of,
    requirements_of,
    waivers_of,
)
from tests.cast import AT


def test_a_cohort_follows_the_latest_edition_that_has_begun(
    cohort, followed, edition, standard, system
):
    later = StandardEdition.objects.create(
        standard=standard, number=2, created_at=AT, created_by=system
    )
    FollowedStandard.objects.create(
        cohort=cohort,
        edition=later,
        since=date(2024, 1, 1),
        set_at=AT,
        set_by=system,
    )
    days = [date(2022, 12, 31), date(2023, 12, 31), date(2024, 1, 1)]
    assert [edition_of(cohort, day) for day in days] == [None, edition, later]


def test_the_lines_of_an_edition_are_the_requirements_of_the_engine(edition):
    assert requirements_of(edition) == (
        Requirement("WG1", Kind.ATTENDANCE, Fraction(4, 5), ("WG1",), assumed=True),
        Requirement("DEMO", Kind.DEMO, Fraction(3), ("skill", "content"), assumed=True),
    )


def test_waivers_that_were_not_withdrawn_go_by_person(
    cohort, edition, wg_member, togo_wg_member, system
):
    line = edition.requirements.get(code="WG1")
    given = {"cohort": cohort, "requirement": line, "given_at": AT, "given_by": system}
    row = WaiverRow.objects.create(person=wg_member.person, reason="ill", **given)
    WaiverRow.objects.create(
        person=togo_wg_member.person, reason="error", withdrawn_at=AT, **given
    )
    people = [wg_member.person, togo_wg_member.person]
    assert waivers_of(cohort, people) == {
        wg_member.person.pk: [Waiver("WG1", "ill", str(row.uuid))]
    }

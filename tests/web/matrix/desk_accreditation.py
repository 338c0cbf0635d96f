"""Rows of the access matrix: accreditations, their workshops, types and fields."""

from datetime import date
from io import BytesIO

from mwalimu.people.models import Person
from mwalimu.qualification.models import (
    Accreditation,
    EvidenceFile,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
)
from mwalimu.qualification.operations.accreditation import (
    Candidate,
    Entry,
    Expertise,
    MissionFacts,
    Paper,
    WorkshopFacts,
    hold_workshop,
    plan_mission,
    propose,
    screen,
    take_over,
)
from tests.cast import AT, make_person
from tests.web.matrix import KENYA, Row

TEAM, NOBODY = frozenset({"team"}), frozenset()
SEES = TEAM | KENYA | {"togo_coordinator"}
DAY = {"day": "2024-03-01", "reason": "An enquiry"}
FACTS = {"name_en": "New", "certainty": "T", "position": "1"}


def expertise(world):
    kind, _ = ExpertType.objects.get_or_create(
        code="ET", defaults={"names": {"en": "Expert Trainer"}, "certainty": "A"}
    )
    field, _ = ExpertField.objects.get_or_create(
        code="HS", defaults={"names": {"en": "HS"}, "certainty": "A"}
    )
    return Expertise(kind, field)


def person(world, name):
    found = Person.objects.filter(name=name).first()
    return found or make_person(name, world.system, world.kenya)


def known(world, name, make):
    """The path of somebody of that name, made once."""
    found = Accreditation.objects.filter(person__name=name).first()
    return found or make(Candidate(person(world, name), world.kenya), expertise(world))


def proposed(world):
    """Somebody of Kenya who is proposed."""

    def make(who, what):
        return propose([who], what, by=world.system, at=AT)[0]

    return {"uuid": known(world, "Pia Proposed", make).uuid}


def taken_over(world):
    """Somebody of Kenya who is pre-accredited."""

    def make(who, what):
        return take_over(
            who, what, phase="mission", since=date(2020, 1, 1),
            papers=[Paper(BytesIO(b"%PDF-1.4"), "a.pdf")], by=world.system, at=AT,
        )  # fmt: skip

    return known(world, "Ola Older", make)


def held(world):
    return {"uuid": taken_over(world).uuid}


def on_mission(world):
    """Somebody of Kenya whose mission is over and not assessed."""

    def make(who, what):
        row = take_over(
            who, what, phase="mission", since=date(2020, 1, 1),
            papers=[Paper(BytesIO(b"%PDF-1.4"), "b.pdf")], by=world.system, at=AT,
        )  # fmt: skip
        other = make_person("Other Assessor", world.system)
        last = date(2024, 2, 1)
        facts = MissionFacts(world.kenya, last, last, [other])
        plan_mission(row, facts, by=world.system, at=AT)
        return row

    return known(world, "Mia Mission", make)


def away(world):
    return {"uuid": on_mission(world).uuid}


def mission(world):
    """A mission that nobody of the cast assesses."""
    return {"uuid": on_mission(world).missions.get().uuid}


def paper(world):
    row = taken_over(world)
    return {"uuid": EvidenceFile.objects.filter(event__accreditation=row).get().uuid}


def workshop(world):
    found = ExpertWorkshop.objects.first()
    if found is None:

        def make(who, what):
            row = propose([who], what, by=world.system, at=AT)[0]
            screen([row], selected=True, by=world.system, at=AT)
            return row

        row = known(world, "Will Workshop", make)
        last = date(2024, 6, 1)
        facts = WorkshopFacts("accreditation", "Workshop", last, last)
        found = hold_workshop(facts, [Entry(row)], by=world.system, at=AT)
    return {"uuid": found.uuid}


def trainer(world):
    """A Master Trainer of Kenya, whom the team may open."""
    from tests.web.matrix.pool import amina

    return amina(world)


def a_type(world):
    return {"code": expertise(world).type.code}


def a_field(world):
    return {"code": expertise(world).field.code}


ROWS: dict[str, Row] = {
    "desk:accreditation": Row(SEES, writes=NOBODY),
    "desk:accreditation_propose": Row(TEAM),
    "desk:accreditation_screening": Row(TEAM, form={"selected": "yes"}),
    "desk:expert_workshops": Row(TEAM, writes=NOBODY),
    "desk:expert_workshop_new": Row(TEAM),
    "desk:expert_workshop": Row(TEAM, workshop),
    "desk:expert_types": Row(SEES, writes=NOBODY),
    "desk:expert_type_new": Row(TEAM, form={**FACTS, "code": "NEW"}),
    "desk:expert_type": Row(TEAM, a_type, form=FACTS),
    "desk:expert_field_new": Row(TEAM, form={**FACTS, "code": "NEW"}),
    "desk:expert_field": Row(TEAM, a_field, form=FACTS),
    "desk:accreditation_start": Row(
        TEAM, trainer, form={"type": "ET", "field": "HS", "member": "KE"}
    ),
    "desk:accreditation_take_over": Row(TEAM, trainer),
    "desk:accreditation_path": Row(TEAM | KENYA, proposed, writes=NOBODY),
    "desk:accreditation_mission": Row(TEAM, held),
    "desk:accreditation_call_off": Row(TEAM, away, form={"reason": "x"}),
    "desk:accreditation_assess": Row(TEAM, away),
    "desk:accreditation_conclude": Row(TEAM, away, form={**DAY, "result": "passed"}),
    "desk:accreditation_suspend": Row(TEAM, held, form=DAY),
    "desk:accreditation_resume": Row(TEAM, held, form=DAY),
    "desk:accreditation_withdraw": Row(TEAM, proposed, form=DAY),
    "desk:accreditation_end": Row(TEAM, held, form=DAY),
    "desk:accreditation_convert": Row(TEAM, held, form={**DAY, "type": "ET"}),
    "desk:accreditation_take_back": Row(TEAM, held, form={"reason": "x"}),
    "desk:accreditation_paper": Row(TEAM, paper, writes=NOBODY),
    "field:mission": Row(NOBODY, mission, form={"result": "passed", "remarks": "Good"}),
}

"""Cohorts, session groups, and the plan of stages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.programmes.engine.stages import stage_kind, stage_names
from mwalimu.programmes.models import Cohort, Programme, SessionGroup, Stage
from mwalimu.programmes.operations.checks import (
    Problem,
    check_code,
    check_names,
    refuse_if,
)
from mwalimu.programmes.operations.write import put
from mwalimu.reference.models import Member, Topic


@dataclass(frozen=True)
class CohortFacts:
    """What is known of a cohort."""

    code: str
    names: Mapping[str, str]
    topics: tuple[Topic, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True)
class GroupFacts:
    """What is known of a session group; `language` (BCP 47) for a language group."""

    code: str
    names: Mapping[str, str]
    language: str = ""
    members: tuple[Member, ...] = ()


@dataclass(frozen=True)
class StageFacts:
    """One step of a plan. A code such as WG3 or VWG1 brings its kind and its names."""

    code: str
    kind: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def create_cohort(
    programme: Programme,
    *,
    facts: CohortFacts,
    by: Actor,
    at: datetime,
    stages: Sequence[StageFacts] = (),
) -> Cohort:
    """Open a cohort of a programme, with its plan where there is one."""
    cohort = Cohort(programme=programme)
    _put(cohort, facts, {"topics": facts.topics}, by, at)
    if stages:
        plan_stages(cohort, stages=stages, by=by, at=at)
    return cohort


@transaction.atomic
def edit_cohort(
    cohort: Cohort,
    *,
    facts: CohortFacts,
    by: Actor,
    at: datetime,
    stages: Sequence[StageFacts] | None = None,
) -> Cohort:
    """Change what is known of a cohort; and its plan, unless `stages` is None."""
    _put(cohort, facts, {"topics": facts.topics}, by, at)
    if stages is not None:
        plan_stages(cohort, stages=stages, by=by, at=at)
    return cohort


@transaction.atomic
def create_group(
    programme: Programme, *, facts: GroupFacts, by: Actor, at: datetime
) -> SessionGroup:
    """Open a session group of a programme."""
    group = SessionGroup(programme=programme)
    _put(group, facts, {}, by, at)
    return group


@transaction.atomic
def edit_group(
    group: SessionGroup, *, facts: GroupFacts, by: Actor, at: datetime
) -> SessionGroup:
    """Change what is known of a session group."""
    _put(group, facts, {}, by, at)
    return group


def _put(
    row: Cohort | SessionGroup,
    facts: CohortFacts | GroupFacts,
    relations: Mapping[str, Any],
    by: Actor,
    at: datetime,
) -> None:
    refuse_if([*check_code(facts.code, type(row), row.pk), *check_names(facts.names)])
    columns: dict[str, Any] = {
        "code": facts.code,
        "names": dict(facts.names),
        "programme": row.programme,
    }
    if isinstance(facts, GroupFacts):
        columns["language"] = facts.language
    put(
        row,
        columns,
        {**relations, "members": facts.members},
        subject="cohort" if isinstance(row, Cohort) else "session_group",
        by=by,
        at=at,
    )


@transaction.atomic
def plan_stages(
    cohort: Cohort, *, stages: Sequence[StageFacts], by: Actor, at: datetime
) -> list[Stage]:
    """Set the plan of a cohort, in order. A stage that took place cannot be dropped."""
    present = {stage.code: stage for stage in cohort.stages.all()}
    before = list(present)
    codes = [stage.code for stage in stages]
    refuse_if(
        [
            *_check_codes(codes),
            *_check_dropped(cohort, set(present) - set(codes)),
        ]
    )
    cohort.stages.exclude(code__in=codes).delete()
    # Out of the way first: two stages may not share a position even for a moment.
    cohort.stages.update(position=F("position") + 1000)
    planned = []
    for position, facts in enumerate(stages, 1):
        stage = present.get(facts.code) or Stage(cohort=cohort, code=facts.code)
        stage.position = position
        stage.kind = facts.kind or stage_kind(facts.code)
        stage.names = dict(facts.names) or stage_names(facts.code)
        stage.save()
        planned.append(stage)
    if before != codes:
        record(
            "plan",
            "cohort",
            cohort.uuid,
            by=by,
            at=at,
            before={"stages": before},
            after={"stages": codes},
        )
    return planned


def _check_codes(codes: Sequence[str]) -> list[Problem]:
    twice = sorted({code for code in codes if codes.count(code) > 1})
    return [
        Problem(
            "stages",
            code,
            pgettext("problem", "%(code)s stands in the plan twice.") % {"code": code},
        )
        for code in twice
    ] + [
        Problem(
            "stages",
            code,
            pgettext("problem", "%(code)s is too long: at most 20 characters.")
            % {"code": code},
        )
        for code in codes
        if len(code) > 20
    ]


def _check_dropped(cohort: Cohort, codes: set[str]) -> list[Problem]:
    held = cohort.stages.filter(code__in=codes, sessions__isnull=False).distinct()
    return [
        Problem(
            "stages",
            stage.code,
            pgettext(
                "problem", "%(code)s took place: it cannot be dropped from the plan."
            )
            % {"code": stage.code},
        )
        for stage in held
    ]

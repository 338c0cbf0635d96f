"""Rows of programmes by what a form or another package knows them by."""

from collections.abc import Iterable

from mwalimu.programmes.models import Cohort, Programme, SessionGroup, Stage


def cohorts_by_code() -> dict[str, Cohort]:
    """Every cohort, by its code."""
    return {
        cohort.code: cohort for cohort in Cohort.objects.select_related("programme")
    }


def cohorts_of(programme: Programme, codes: Iterable[str]) -> tuple[Cohort, ...]:
    """Cohorts of a programme by code."""
    return tuple(programme.cohorts.filter(code__in=list(codes)))


def groups_of(programme: Programme, codes: Iterable[str]) -> tuple[SessionGroup, ...]:
    """Session groups of a programme by code."""
    return tuple(programme.groups.filter(code__in=list(codes)))


def stages_of(programme: Programme, keys: Iterable[str]) -> tuple[Stage, ...]:
    """Stages of a programme's cohorts by primary key."""
    wanted = [int(key) for key in keys]
    return tuple(Stage.objects.filter(cohort__programme=programme, pk__in=wanted))

"""Rows of programmes by what a form or another package knows them by."""

from collections.abc import Iterable

from django.db.models import QuerySet

from mwalimu.programmes.models import Cohort, Programme, Session, SessionGroup, Stage


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


def codes_and_names(
    sessions: QuerySet[Session],
) -> tuple[list[Programme], list[Cohort]]:
    """The programmes and the cohorts of these sessions, for a list to choose from."""
    keys = sessions.order_by()
    programmes = Programme.objects.filter(pk__in=keys.values("programme"))
    cohorts = Session.cohorts.through.objects.filter(session__in=keys.values("pk"))
    return (
        list(programmes.newest_first()),
        list(Cohort.objects.filter(pk__in=cohorts.values("cohort")).order_by("code")),
    )

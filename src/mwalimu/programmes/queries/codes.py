"""Programmes and cohorts by their codes."""

from mwalimu.programmes.models import Cohort


def cohorts_by_code() -> dict[str, Cohort]:
    """Every cohort, by its code."""
    return {
        cohort.code: cohort for cohort in Cohort.objects.select_related("programme")
    }

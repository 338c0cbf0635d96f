"""An open assignment of the cohort of the cast."""

from tests.programmes.assignments.conftest import (  # noqa: F401
    assignment,
    hands_in,
    reviews,
    with_two,
)

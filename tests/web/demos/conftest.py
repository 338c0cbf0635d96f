"""The last working group, as tests/programmes/demos has it."""

from tests.programmes.demos.conftest import (  # noqa: F401
    agreed,
    closed,
    cohort,
    complete,
    scores,
    session,
    signed,
    slot,
    slots,
)

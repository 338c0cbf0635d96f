"""The form of tests/forms, for the pages on which it is kept and answered."""

from tests.forms.conftest import draft, edition  # noqa: F401

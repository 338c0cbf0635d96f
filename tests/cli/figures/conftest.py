from tests.figures.conftest import world  # noqa: F401

from tests.qualification.pool.conftest import amina, awarded, kofi  # noqa: F401

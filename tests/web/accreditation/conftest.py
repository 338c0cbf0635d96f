from tests.qualification.pool.conftest import awarded  # noqa: F401

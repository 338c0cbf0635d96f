"""The same working group as at the desk."""

from tests.web.desk.sessions.conftest import session

__all__ = ["session"]

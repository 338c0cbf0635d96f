"""Tabs show the pages that exist and that the viewer may ask for, and no other."""

from uuid import uuid4

from mwalimu.people.models import Role
from mwalimu.people.permissions import PUBLIC, Grant, Viewer
from mwalimu.web.kit.navigation import links_to

ENTRIES = (
    ("desk:session_edit", "Edit"),
    ("desk:no_such_page", "Not built"),
    ("desk:programme_edit", "Another argument"),
)
TEAM = Viewer(account_id=1, grants=frozenset({Grant(Role.PROJECT_TEAM)}))


def labels(viewer: Viewer, path: str = "/", **kwargs) -> list[str]:
    return [link.label for link in links_to(ENTRIES, path, viewer, kwargs)]


def test_a_page_that_does_not_exist_is_left_out():
    assert labels(TEAM, uuid=uuid4()) == ["Edit"]


def test_a_page_that_the_viewer_may_not_ask_for_is_left_out():
    assert labels(PUBLIC, uuid=uuid4()) == []


def test_the_page_one_stands_on_is_marked():
    key = uuid4()
    (first,) = links_to(ENTRIES, "/", TEAM, {"uuid": key})
    (again,) = links_to(ENTRIES, first.url, TEAM, {"uuid": key})
    assert (first.current, again.current) == ("", "page")

"""Rows of the access matrix: files sent in pieces are seen by whoever sends them."""

from mwalimu.shared.files import WORK, uploads
from tests.cast import AT
from tests.web.matrix import SIGNED_IN, Row

MINE = frozenset({"kenya_coordinator"})
FILE = {"name": "plan.pdf", "size": "100", "modified": "1", "purpose": "test"}


def upload(world):
    row = uploads.start(
        owner=world.by.account.uuid,
        purpose="test",
        name="plan.pdf",
        size=100,
        modified=0,
        kinds=WORK,
        at=AT,
    )
    return {"uuid": row.uuid}


def piece(world):
    return {**upload(world), "offset": 0}


ROWS = {
    "upload_start": Row(SIGNED_IN, form=FILE),
    "upload_state": Row(MINE, upload, writes=frozenset()),
    "upload_piece": Row(SIGNED_IN, piece),
    "upload_finish": Row(SIGNED_IN, upload, writes=MINE),
    "upload_drop": Row(SIGNED_IN, upload, writes=MINE),
}

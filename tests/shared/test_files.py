"""Files are kept once per content, and taken only for what they are."""

import io

import pytest
from django.core.files.storage import default_storage

from mwalimu.shared.files import SCANS, WORK, FileRefused, opened, store
from mwalimu.shared.models import StoredFile
from tests.cast import AT

PDF = b"%PDF-1.7 a letter"


def keep(content: bytes, name: str = "letter.pdf", kinds=SCANS) -> StoredFile:
    return store(io.BytesIO(content), name=name, kinds=kinds, most=1_000, at=AT)


def test_content_is_read_back_as_it_was_sent(db):
    with opened(keep(PDF)) as stream:
        assert stream.read() == PDF


def test_the_same_content_is_kept_once_whatever_its_name(db):
    assert keep(PDF, "a.pdf") == keep(PDF, "b.pdf")
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.exe", PDF, "kind of file"),
        ("letter", PDF, "kind of file"),
        ("letter.exe.pdf", PDF, "hides what it is"),
        ("letter.HTML .pdf", PDF, "hides what it is"),
        ("letter\u202efdp.pdf", PDF, "hides what it is"),
        ("letter.pdf", b"MZ a programme", "not what its name says"),
        ("photo.png", PDF, "not what its name says"),
        ("letter.pdf", b"", "empty"),
        ("letter.pdf", PDF + b"x" * 1_000, "larger than"),
    ],
)
def test_what_is_not_what_it_says_is_refused(db, name, content, says):
    with pytest.raises(FileRefused, match=says):
        keep(content, name)
    assert not StoredFile.objects.exists()


def test_a_film_is_known_by_its_fifth_byte(db):
    film = b"\x00\x00\x00\x18ftypmp42"
    assert keep(film, "demo.MP4", WORK).media_type == "video/mp4"


def test_a_folder_in_the_name_leads_nowhere(db):
    row = keep(PDF, "../../etc/letter.pdf")
    assert default_storage.exists(
        f"content/{row.sha256[:2]}/{row.sha256[2:4]}/{row.sha256}"
    )

"""A file comes in pieces: nothing is sent twice, nothing is lost, nothing slips in."""

import io
import os
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from mwalimu.shared.files import WORK, FileRefused, opened, store, uploads
from mwalimu.shared.ids import new_id
from mwalimu.shared.models import StoredFile, Upload
from tests.cast import AT

PDF = b"%PDF-1.7 " + bytes(range(256)) * 8
SIZE = len(PDF)
ME = new_id()


def begin(owner=ME, name="plan.pdf", size=SIZE, purpose="p", modified=7):
    return uploads.start(
        owner=owner,
        purpose=purpose,
        name=name,
        size=size,
        modified=modified,
        kinds=WORK,
        at=AT,
    )


def send(upload, content=PDF, step=500):
    """The rest of the content, in pieces."""
    for offset in range(upload.received, len(content), step):
        piece = content[offset : offset + step]
        upload = uploads.put(upload, offset=offset, content=piece, kinds=WORK, at=AT)
    return upload


def finish(upload):
    return uploads.finish(upload, kinds=WORK, at=AT)


def pieces():
    """The objects of the storage that belong to uploads."""
    if not os.path.isdir(default_storage.path("uploads")):
        return []
    return default_storage.listdir("uploads")[1]


@pytest.fixture(autouse=True)
def no_pieces(db):
    for name in pieces():
        default_storage.delete(f"uploads/{name}")


@pytest.mark.parametrize("step", [1000, len(PDF)])
def test_what_is_sent_in_pieces_is_read_back_whole(
    step, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        done = finish(send(begin(), step=step))
    with opened(done.file) as stream:
        assert stream.read() == PDF
    assert pieces() == []


def test_the_same_file_goes_on_where_it_broke_off():
    uploads.put(begin(), offset=0, content=PDF[:600], kinds=WORK, at=AT)
    again = begin()
    assert again.received == 600
    assert Upload.objects.count() == 1
    assert finish(send(again)).file.size == len(PDF)


def test_a_file_that_was_changed_meanwhile_begins_anew():
    send(begin())
    assert begin(modified=8).received == 0


def test_a_piece_at_the_wrong_place_is_refused_with_the_right_one():
    upload = uploads.put(begin(), offset=0, content=PDF[:600], kinds=WORK, at=AT)
    for offset in (0, 599, 601):
        with pytest.raises(uploads.WrongOffset) as wrong:
            uploads.put(upload, offset=offset, content=PDF[:10], kinds=WORK, at=AT)
        assert wrong.value.received == 600


def test_more_than_was_said_is_refused():
    upload = begin(size=100)
    with pytest.raises(uploads.WrongOffset):
        uploads.put(upload, offset=0, content=PDF[:101], kinds=WORK, at=AT)
    upload.refresh_from_db()
    assert upload.received == 0


def test_a_piece_left_by_a_crash_is_written_over():
    upload = begin()
    with default_storage.open(f"uploads/{upload.uuid.hex}-000000000000", "wb") as left:
        left.write(b"half")
    with opened(finish(send(upload)).file) as stream:
        assert stream.read() == PDF


def test_nothing_is_finished_before_all_is_here():
    upload = uploads.put(begin(), offset=0, content=PDF[:600], kinds=WORK, at=AT)
    with pytest.raises(uploads.WrongOffset):
        finish(upload)
    assert not StoredFile.objects.exists()


def test_finishing_twice_changes_nothing():
    first = finish(send(begin()))
    assert finish(first).file == first.file
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "size", "says"),
    [
        ("plan.exe", 10, "kind of file"),
        ("plan.exe.pdf", 10, "hides what it is"),
        ("plan.pdf", 0, "empty"),
        ("plan.pdf", -1, "empty"),
        ("plan.pdf", uploads.MOST + 1, "larger than 50 MB"),
    ],
)
def test_what_is_not_taken_is_refused_before_a_byte_is_sent(name, size, says):
    with pytest.raises(FileRefused, match=says):
        begin(name=name, size=size)
    assert not Upload.objects.exists()


def test_content_that_is_not_what_its_name_says_is_refused_at_once():
    with pytest.raises(FileRefused, match="not what its name says"):
        uploads.put(begin(), offset=0, content=b"MZ a programme", kinds=WORK, at=AT)


def test_so_many_files_may_wait_and_no_more():
    for number in range(uploads.OPEN_AT_ONCE):
        begin(name=f"{number}.pdf")
    with pytest.raises(FileRefused, match="Hand them in, or take some away"):
        begin(name="one-more.pdf")
    assert begin(owner=new_id(), name="of somebody else.pdf")


def test_together_they_have_a_limit_too():
    for number in range(5):
        begin(name=f"{number}.pdf", size=uploads.MOST)
    with pytest.raises(FileRefused, match="250 MB"):
        begin(name="one-more.pdf")


def test_what_is_whole_is_found_by_its_owner_alone_and_only_for_its_purpose():
    done = finish(send(begin()))
    half = begin(name="half.pdf")
    wanted = [half.uuid, done.uuid]
    assert uploads.whole(ME, "p", wanted) == [("plan.pdf", done.file)]
    assert uploads.whole(ME, "another", wanted) == []
    assert uploads.whole(new_id(), "p", wanted) == []


def test_after_seven_days_all_is_forgotten(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        done = finish(send(begin()))
    send(begin(name="half.pdf"), PDF[:600])
    with django_capture_on_commit_callbacks(execute=True):
        assert uploads.clear(AT + uploads.KEPT) == 0
        assert uploads.clear(AT + uploads.KEPT + timedelta(seconds=1)) == 2
    assert not Upload.objects.exists()
    assert not StoredFile.objects.filter(pk=done.file.pk).exists()
    assert pieces() == []


def test_content_that_somebody_uses_stays(django_capture_on_commit_callbacks):
    mine = finish(send(begin()))
    theirs = finish(send(begin(owner=new_id())))
    with django_capture_on_commit_callbacks(execute=True):
        uploads.drop(mine)
    with opened(StoredFile.objects.get(pk=theirs.file.pk)) as stream:
        assert stream.read() == PDF


def test_forgotten_content_is_gone_from_the_storage(django_capture_on_commit_callbacks):
    row = store(io.BytesIO(PDF + b"!"), name="a.pdf", kinds=WORK, most=9999, at=AT)
    place = f"content/{row.sha256[:2]}/{row.sha256[2:4]}/{row.sha256}"
    with django_capture_on_commit_callbacks(execute=True):
        assert uploads.discard(row)
    assert not default_storage.exists(place)

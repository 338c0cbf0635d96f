"""Messages leave the database once, or say why they did not."""

from datetime import UTC, datetime, timedelta

import pytest

from mwalimu.shared import outbox
from mwalimu.shared.models import OutboxMessage
from mwalimu.shared.outbox import CLAIM, WAITS, CannotBeDone, State

pytestmark = pytest.mark.django_db
AT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


class Post:
    """A handler that remembers what it was given, and fails as often as told."""

    def __init__(self, failures=0):
        self.sent = []
        self.failures = failures

    def __call__(self, message):
        if self.failures:
            self.failures -= 1
            raise ConnectionError("no route")
        self.sent.append(message.key)
        return State.DONE


@pytest.fixture
def mail():
    return outbox.post_mail(
        to=["amina@example.org"],
        subject="Your training\nwas verified",
        text="Open it.",
        key="training-1-verified",
        at=AT,
    )


def dispatch(handler, at=AT):
    return outbox.dispatch({"mail": handler}, lambda: at)


def test_a_key_is_posted_once(mail):
    again = outbox.post("mail", {}, key=mail.key, at=AT)
    assert again == mail
    assert OutboxMessage.objects.count() == 1


def test_a_subject_is_one_line(mail):
    assert mail.payload["subject"] == "Your training was verified"


def test_a_message_is_dispatched_once(mail):
    post = Post()
    assert [dispatch(post), dispatch(post)] == [1, 0]
    assert post.sent == [mail.key]


def test_what_was_sent_keeps_whom_and_about_what_but_not_the_text(mail):
    dispatch(Post())
    mail.refresh_from_db()
    assert (mail.state, mail.settled_at) == (State.DONE, AT)
    assert mail.payload == {
        "to": ["amina@example.org"],
        "subject": "Your training was verified",
    }


def test_of_two_workers_that_saw_the_same_row_one_claims_it(mail):
    first, second = outbox.waiting().get(), outbox.waiting().get()
    assert [outbox.claim(first, AT), outbox.claim(second, AT)] == [True, False]


def test_a_claim_of_a_killed_worker_ends_by_itself(mail):
    assert outbox.claim(mail, AT)
    post = Post()
    assert dispatch(post, AT + CLAIM - timedelta(seconds=1)) == 0
    assert dispatch(post, AT + CLAIM) == 1
    assert post.sent == [mail.key]


def test_a_failure_is_kept_and_tried_again_later(mail):
    post = Post(failures=1)
    dispatch(post)
    mail.refresh_from_db()
    assert mail.last_error == "ConnectionError: no route"
    assert mail.due_at == AT + WAITS[0]
    assert dispatch(post, AT + WAITS[0]) == 1
    assert post.sent == [mail.key]


def test_after_the_last_wait_a_message_is_given_up(mail):
    post, at = Post(failures=99), AT
    while outbox.waiting().exists():
        at = outbox.waiting().get().due_at
        dispatch(post, at)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (State.FAILED, len(WAITS) + 1)
    assert mail.settled_at == at


def test_what_cannot_be_done_is_given_up_at_once(mail):
    def refuse(_message):
        raise CannotBeDone("no such address")

    dispatch(refuse)
    mail.refresh_from_db()
    assert (mail.state, mail.last_error) == (State.FAILED, "no such address")


def test_a_kind_that_nothing_handles_is_given_up_and_says_so():
    message = outbox.post("pigeon", {}, key="p", at=AT)
    outbox.dispatch({}, lambda: AT)
    message.refresh_from_db()
    assert message.last_error == "nothing handles the kind 'pigeon'"


def test_the_newest_mail_comes_first(mail):
    newer = outbox.post_mail(to=["b@example.org"], subject="B", text="", key="b", at=AT)
    outbox.post("pigeon", {}, key="p", at=AT)
    assert list(outbox.mails()) == [newer, mail]

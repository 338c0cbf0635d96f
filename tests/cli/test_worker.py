"""Background work: mails, periodic jobs, and a worker that is killed."""

import smtplib
from datetime import UTC, datetime, timedelta
from email import message_from_bytes

import pytest
from django.core import mail as post_office
from django.db import connection

from mwalimu.cli.worker import mail as sending
from mwalimu.cli.worker.jobs import AGAIN, JOBS, Job, let_go, run_due_jobs
from mwalimu.cli.worker.loop import HEARTBEAT, WorkerLoop
from mwalimu.shared import outbox
from mwalimu.shared.models import Mark, OutboxMessage, PeriodicJob
from mwalimu.shared.outbox import State

pytestmark = pytest.mark.django_db
AT = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
PLAIN = {"multipart/mixed", "multipart/alternative", "text/plain"}
KNOWN_ROWS = {
    "sqlite": "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'shared_periodicjob'",
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'shared_periodicjob'",
}


@pytest.fixture
def message():
    return outbox.post_mail(
        to=["amina@example.org"], subject="S", text="T", html="<p>T</p>", key="k", at=AT
    )


def dispatch(message):
    outbox.dispatch(sending.HANDLERS, lambda: AT)
    message.refresh_from_db()
    return message.state


def test_a_mail_is_sent_with_an_id_made_from_its_row(message, settings):
    settings.EMAIL_HOST, settings.DEMO = "mail.example.org", False
    settings.DEFAULT_FROM_EMAIL = "Mwalimu <mwalimu@example.org>"
    assert dispatch(message) == State.DONE
    (sent,) = post_office.outbox
    assert sent.extra_headers["Message-ID"] == f"<{message.uuid}@example.org>"
    assert (sent.to, sent.subject, sent.body) == (["amina@example.org"], "S", "T")
    assert sent.alternatives[0][:2] == ("<p>T</p>", "text/html")


def test_a_mail_takes_its_calendar_and_its_file_along(settings):
    settings.EMAIL_HOST, settings.DEMO = "mail.example.org", False
    event = "BEGIN:VCALENDAR\r\nSUMMARY:Côte d'Ivoire\r\nEND:VCALENDAR\r\n".encode()
    parts = [
        outbox.Part("text/calendar; method=REQUEST", event),
        outbox.Part("text/calendar", event, "session.ics"),
        outbox.Part("application/pdf", b"%PDF-1.7 \xff", "letter.pdf"),
    ]
    row = outbox.post_mail(
        to=["a@example.org"], subject="S", text="T", parts=parts, key="p", at=AT
    )
    assert dispatch(row) == State.DONE
    mail = message_from_bytes(post_office.outbox[0].message().as_bytes())
    calendar, ics, pdf = [
        part for part in mail.walk() if part.get_content_type() not in PLAIN
    ]
    assert calendar.get_params()[1:] == [("method", "REQUEST"), ("charset", "utf-8")]
    sent = calendar.get_payload(decode=True)
    assert sent.replace(b"\r\n", b"\n") == event.replace(b"\r\n", b"\n")
    assert ics.get_filename() == "session.ics"
    assert pdf.get_payload(decode=True) == b"%PDF-1.7 \xff"
    assert "parts" not in OutboxMessage.objects.get().payload


@pytest.mark.parametrize(("host", "demo"), [("", False), ("mail.example.org", True)])
def test_without_a_server_or_in_the_demo_a_mail_stays_readable(
    host, demo, message, settings
):
    settings.EMAIL_HOST, settings.DEMO = host, demo
    assert dispatch(message) == State.KEPT
    assert message.payload["text"] == "T"
    assert post_office.outbox == []


@pytest.mark.parametrize(("code", "state"), [(550, State.FAILED), (450, State.WAITING)])
def test_a_refused_address_is_given_up_a_busy_one_tried_again(
    code, state, message, settings, monkeypatch
):
    settings.EMAIL_HOST, settings.DEMO = "mail.example.org", False

    def refuse(_mail):
        raise smtplib.SMTPRecipientsRefused({"amina@example.org": (code, b"no")})

    monkeypatch.setattr(sending.EmailMultiAlternatives, "send", refuse)
    assert dispatch(message) == state


def job(run, hours=24):
    return (Job("count sheep", timedelta(hours=hours), run),)


def test_a_job_runs_when_due_and_not_again_before():
    ran = []
    jobs = job(lambda at: ran.append(at) or "1 sheep")
    times = [AT, AT + timedelta(hours=23), AT + timedelta(hours=24)]
    assert [run_due_jobs(lambda at=at: at, jobs) for at in times] == [1, 0, 1]
    assert ran == [times[0], times[2]]
    assert PeriodicJob.objects.get().outcome == "1 sheep"


def test_a_job_that_fails_says_why_and_is_tried_again_soon():
    def fail(_at):
        raise RuntimeError("no sheep")

    assert run_due_jobs(lambda: AT, job(fail)) == 1
    row = PeriodicJob.objects.get()
    assert (row.failed, row.outcome) == (True, "RuntimeError: no sheep")
    assert row.due_at == AT + AGAIN


def test_settled_messages_are_forgotten_after_30_days_waiting_ones_never(message):
    old = outbox.post_mail(to=["b@example.org"], subject="", text="", key="b", at=AT)
    outbox.settle(old, State.KEPT, AT)
    assert let_go(AT + timedelta(days=30)) == "nothing was due"
    assert let_go(AT + timedelta(days=30, seconds=1)) == "1 outbox"
    assert list(OutboxMessage.objects.all()) == [message]


@pytest.mark.django_db(transaction=True)
def test_a_round_of_the_worker_beats_dispatches_and_runs_every_job(message):
    WorkerLoop().once()
    message.refresh_from_db()
    assert message.state == State.KEPT
    assert Mark.objects.named(HEARTBEAT) is not None
    assert not PeriodicJob.objects.filter(failed=True).exists()
    assert PeriodicJob.objects.count() == len(JOBS)


def test_every_day_the_database_looks_at_its_tables_again():
    (found,) = [job for job in JOBS if job.name == "refresh statistics"]
    assert found.every == timedelta(hours=24)
    assert run_due_jobs(lambda: AT, (found,)) == 1
    assert not PeriodicJob.objects.get().failed
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_ROWS[connection.vendor])
        assert cursor.fetchone()[0] >= 1

"""Writing, issuing, receiving and withdrawing letters."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from mwalimu.programmes.models import Cohort, Letter, Session
from mwalimu.programmes.operations.letters import (
    LetterRefused,
    Occasion,
    Received,
    Wording,
    drop_draft,
    issue_letters,
    receive_letter,
    reword_letter,
    withdraw_letter,
    write_letters,
)
from mwalimu.programmes.permissions import CORRESPONDS, may_edit
from mwalimu.programmes.queries.letters import (
    cohort_at,
    invited,
    letter_at,
    listed,
    members_written_to,
    person_at,
    replies,
    session_at,
    to_answer,
)
from mwalimu.reference.models import Member
from mwalimu.reference.queries import members as all_members
from mwalimu.web.desk.letters.forms import (
    IssueForm,
    LetterForm,
    ReceiveForm,
    WithdrawForm,
    WriteForm,
    by_name,
    iso,
    say_why,
)
from mwalimu.web.kit.access import COORDINATORS, HEADS, TEAM, open_to
from mwalimu.web.kit.downloads import send_file
from mwalimu.web.kit.requests import Request, acting


def letter_or_404(request: Request, uuid: UUID) -> Letter:
    """The letter, if the viewer may read it."""
    found = letter_at(request.viewer, uuid)
    if found is None:
        raise Http404
    return found


def show(request: Request, form: forms.Form, title: str, **more: Any) -> HttpResponse:
    """A page with one form; 422 where it was refused."""
    context = {"form": form, "title": title, **more}
    status = 422 if form.errors else 200
    return render(request, "desk/letters/form.html", context, status=status)


def _about(request: Request) -> tuple[Cohort | None, Session | None]:
    """The cohort or the session that the address names."""
    code, uuid = request.GET.get("cohort", ""), request.GET.get("session", "")
    cohort = cohort_at(request.viewer, code) if code else None
    try:
        session = session_at(request.viewer, UUID(uuid)) if uuid else None
    except ValueError:
        session = None
    if (code and not cohort) or (uuid and not session):
        raise Http404
    return cohort, session


def _cohort_of(cohort: Cohort | None, session: Session | None) -> Cohort | None:
    """The cohort of a session, where it has one only."""
    if cohort or not session:
        return cohort
    rows = list(session.cohorts.all()[:2])
    return rows[0] if len(rows) == 1 else None


@open_to(TEAM)
def write(request: Request) -> HttpResponse:
    """A draft for each Member that is chosen."""
    cohort, session = _about(request)
    about = session or cohort
    to = members_written_to(about) if about else list(all_members())
    person = person_at(request.viewer, request.GET.get("person", ""))
    chosen = [row.code for row in to] if about else []
    initial = {"kind": request.GET.get("kind", ""), "members": chosen}
    if asked := request.GET.get("member"):
        initial["members"] = [asked]
    form = WriteForm(
        by_name(to), request.POST if request.method == "POST" else None, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = write_letters(
                Occasion(
                    data["kind"],
                    _cohort_of(cohort, session),
                    session,
                    person,
                    data["answer_by"],
                ),
                members=[row for row in to if row.code in data["members"]],
                participants=invited(session) if session else None,
                by=acting(request),
                at=request.at,
            )
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            text = npgettext(
                "message", "%(number)s draft is written.", "%(number)s drafts are written.",
                len(made),
            )  # fmt: skip
            messages.success(request, text % {"number": len(made)})
            return (
                redirect("desk:letter", uuid=made[0].uuid)
                if len(made) == 1
                else (redirect(_list_of(cohort, session)))
            )
    title = pgettext("title", "Write letters")
    return show(request, form, title, about=about, person=person)


def _list_of(cohort: Cohort | None, session: Session | None) -> str:
    if session:
        return reverse("desk:session_letters", kwargs={"uuid": session.uuid})
    if cohort:
        return reverse("desk:cohort_letters", kwargs={"code": cohort.code})
    return f"{reverse('desk:letters')}?state=draft"


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def letter(request: Request, uuid: UUID) -> HttpResponse:
    """One letter: what it says, where it stands, what answers it."""
    found = letter_or_404(request, uuid)
    context = {
        "letter": found,
        "replies": replies(found, request.viewer),
        "may_write": may_edit(request.viewer),
        "today": request.at.date(),
    }
    return render(request, "desk/letters/letter.html", context)


@open_to(TEAM)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Change the wording of a draft."""
    found = letter_or_404(request, uuid)
    if not found.is_draft:
        messages.error(request, pgettext("message", "An issued letter never changes."))
        return redirect("desk:letter", uuid=uuid)
    initial = {
        "language": found.language,
        "subject": found.subject,
        "body": found.body,
        "signatory": found.signatory,
        "answer_by": found.answer_by,
    }
    form = LetterForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        wording = Wording(**form.cleaned_data)
        try:
            reword_letter(found, wording=wording, by=acting(request), at=request.at)
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            return redirect("desk:letter", uuid=uuid)
    return show(request, form, pgettext("title", "Edit the draft"), letter=found)


@open_to(TEAM)
def issue(request: Request) -> HttpResponse:
    """Give drafts their numbers: those that are ticked."""
    ticked = [text for text in request.POST.getlist("letters") if text]
    drafts = list(
        listed(request.viewer)
        .drafts()
        .select_related("cohort__programme", "session__programme", "person")
        .filter(uuid__in=[text for text in ticked if _is_uuid(text)])
        .order_by("pk")
    )
    today = request.at.date()
    sure = "dated_on" in request.POST
    form = IssueForm(request.POST if sure else None, initial={"dated_on": today})
    if request.method == "POST" and not drafts:
        form = IssueForm({"dated_on": today})
        form.add_error(None, pgettext("refusal", "Choose the letters."))
    elif sure and form.is_valid() and (issued := _issue(request, form, drafts)):
        text = npgettext(
            "message", "%(number)s letter is issued.", "%(number)s letters are issued.",
            len(issued),
        )  # fmt: skip
        messages.success(request, text % {"number": len(issued)})
        if len(issued) == 1:
            return redirect("desk:letter", uuid=issued[0].uuid)
        return redirect("desk:letters")
    title = pgettext("title", "Issue letters")
    return show(request, form, title, drafts=drafts)


def _issue(
    request: Request, form: IssueForm, drafts: list[Letter]
) -> list[Letter] | None:
    """Issue them, or say at the form why not."""
    day = form.cleaned_data["dated_on"]
    try:
        return issue_letters(drafts, dated_on=day, by=acting(request), at=request.at)
    except LetterRefused as refused:
        say_why(form, refused)
        return None


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@open_to(TEAM)
@require_POST
def drop(request: Request, uuid: UUID) -> HttpResponse:
    """A draft that is not needed."""
    try:
        drop_draft(letter_or_404(request, uuid), by=acting(request), at=request.at)
    except LetterRefused as refused:
        messages.error(request, refused.message)
        return redirect("desk:letter", uuid=uuid)
    messages.success(request, pgettext("message", "The draft is gone."))
    return redirect("desk:letters")


@open_to(TEAM, COORDINATORS, HEADS)
def receive(request: Request) -> HttpResponse:
    """Put a letter of an administration on record."""
    members = _own_members(request)
    asked = letter_at_or_none(request)
    waiting = list(to_answer(request.viewer)[:300])
    form = ReceiveForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={
            "member": asked.member.code if asked else "",
            "answers": str(asked.uuid) if asked else "",
            "kind": asked.kind if asked else "",
            "received_on": iso(request.at.date()),
        },
    )
    form.offer(
        members,
        [(str(row.uuid), f"{row.number} · {row.subject}") for row in waiting],
    )
    if request.method == "POST" and form.is_valid():
        facts = _received(form.cleaned_data, members, waiting)
        scan = form.cleaned_data["scan"]
        try:
            made = receive_letter(
                facts, scan=scan.file, name=scan.name, by=acting(request), at=request.at
            )
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            messages.success(request, pgettext("message", "The letter is on record."))
            return redirect("desk:letter", uuid=made.uuid)
    title = pgettext("title", "Put a letter on record")
    return show(request, form, title, with_file=True)


def letter_at_or_none(request: Request) -> Letter | None:
    """The letter that the address says is answered."""
    text = request.GET.get("answers", "")
    return letter_at(request.viewer, UUID(text)) if _is_uuid(text) else None


def _own_members(request: Request) -> list[Member]:
    rows = all_members()
    if not may_edit(request.viewer):
        rows = rows.filter(pk__in=request.viewer.members_as(*CORRESPONDS))
    return list(rows)


def _received(
    data: dict[str, Any], members: list[Member], waiting: list[Letter]
) -> Received:
    plain = ("kind decision received_on dated_on number signatory language").split()
    return Received(
        member=next(row for row in members if row.code == data["member"]),
        answers=next(
            (row for row in waiting if str(row.uuid) == data["answers"]), None
        ),
        **{name: data[name] for name in plain},
    )


@open_to(TEAM)
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """Say why a letter does not count."""
    found = letter_or_404(request, uuid)
    if found.is_draft:
        raise PermissionDenied
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            withdraw_letter(found, reason=reason, by=acting(request), at=request.at)
        except LetterRefused as refused:
            say_why(form, refused)
        else:
            return redirect("desk:letter", uuid=uuid)
    return show(request, form, pgettext("title", "Withdraw the letter"), letter=found)


@open_to(TEAM, COORDINATORS, HEADS)
@require_safe
def file(request: Request, uuid: UUID) -> HttpResponseBase:
    """The Word file of a letter out, the scan of a letter in."""
    found = letter_or_404(request, uuid)
    if found.file is None:
        raise Http404
    ending = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
    name = found.number or f"{found.member.code}-{found.received_on}"
    last = ending.get(found.file.media_type, "docx")
    return send_file(found.file, f"{name.replace('/', '-')}.{last}")

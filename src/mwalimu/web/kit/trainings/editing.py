"""The views of the form: a new record, a draft. What was typed is never lost."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import actor_for
from mwalimu.people.queries import person_of
from mwalimu.trainings.models import Source, Training, TrainingTrainer
from mwalimu.trainings.operations import (
    ChangedMeanwhile,
    TrainingRefused,
    edit_training,
    record_training,
    submit_training,
)
from mwalimu.trainings.permissions import may_edit
from mwalimu.trainings.queries import Taking, recorded_as
from mwalimu.web.kit.trainings.choices import Choices
from mwalimu.web.kit.trainings.editor import Editor
from mwalimu.web.kit.trainings.faces import Face, members_of
from mwalimu.web.kit.trainings.forms import stored_facts
from mwalimu.web.kit.trainings.pages import load


def new(request: Any, face: Face) -> HttpResponse:
    """Record a training."""
    choices = Choices(request.viewer, request.at.date())
    editor = Editor(choices)
    if request.method != "POST":
        return form(request, face, editor.open(_start(choices), _me(request, face)))
    return save(request, face, editor)


def edit(request: Any, face: Face, uuid: UUID) -> HttpResponse:
    """Change a draft or a returned record; from other records back to their page."""
    training = load(request, uuid)
    if not may_edit(request.viewer, None, training):
        text = pgettext("problem", "This record cannot be edited as it stands.")
        messages.warning(request, text)
        return redirect(face.url("training", uuid))
    choices = Choices(request.viewer, request.at.date(), training)
    editor = Editor(choices, training)
    if request.method != "POST":
        return form(request, face, editor.open({}))
    return save(request, face, editor)


def _start(choices: Choices) -> dict[str, Any]:
    """What a new record starts with: the viewer's only Member as host."""
    own = members_of(choices.viewer)
    hosts = [choices.directory.members[key].code for key in own]
    return {"host": hosts[0]} if len(hosts) == 1 else {}


def _me(request: Any, face: Face) -> Taking | None:
    """The viewer as lead trainer, where a face belongs to trainers."""
    person = person_of(request.user) if face.puts_me_first else None
    if person is None:
        return None
    lead = str(TrainingTrainer.Role.LEAD)
    who = (person.pk, person.uuid, person.name)
    return Taking(0, lead, *who, None, None, "", "", None, None, False)


def form(request: Any, face: Face, editor: Editor, status: int = 200) -> HttpResponse:
    """The form as it stands."""
    context = {"editor": editor, "face": face.name, "training": editor.training}
    return render(request, "kit/trainings/form.html", context, status=status)


def save(request: Any, face: Face, editor: Editor) -> HttpResponse:
    """Store what was typed, or show it again with what is wrong."""
    editor.read(request.POST)
    readable = editor.is_valid()
    if editor.only_adds:
        return form(request, face, editor)
    if not readable:
        return form(request, face, editor, 422)
    actor = actor_for(request.user)
    try:
        stored = _store(request, editor, actor)
    except ChangedMeanwhile as refused:
        return conflict(request, face, editor, refused)
    except TrainingRefused as refused:
        if refused.problems[0].field == "source_key":
            return _the_first_one(request, face, editor, refused)
        editor.show(refused.problems)
        return form(request, face, editor, 422)
    return _after(request, face, editor, stored, actor)


def _store(request: Any, editor: Editor, actor: Actor) -> Training:
    facts = editor.facts()
    if editor.training is None:
        return record_training(
            facts=facts,
            source=Source.FORM,
            source_key=editor.key,
            by=actor,
            at=request.at,
        )
    return edit_training(
        editor.training,
        facts=facts,
        by=actor,
        at=request.at,
        revision=editor.revision,
    )


def _the_first_one(
    request: Any, face: Face, editor: Editor, refused: TrainingRefused
) -> HttpResponse:
    """The same form sent twice is one record: go to it."""
    first = recorded_as(request.viewer, Source.FORM, editor.key)
    if first is None:
        editor.show(refused.problems)
        return form(request, face, editor, 422)
    return redirect(face.url("training", first.uuid))


def _after(
    request: Any, face: Face, editor: Editor, stored: Training, actor: Actor
) -> HttpResponse:
    """To the page of the record; handed in first, where that was asked for."""
    if editor.act != "submit":
        messages.success(request, pgettext("done", "The draft is saved."))
        return redirect(face.url("training", stored.uuid))
    try:
        submit_training(stored, by=actor, at=request.at)
    except TrainingRefused as refused:
        text = pgettext("done", "The draft is saved, but not submitted:")
        lines = [text, *(problem.message for problem in refused.problems)]
        messages.warning(request, " ".join(lines))
        return redirect(face.url("training_edit", stored.uuid))
    messages.success(
        request, pgettext("done", "Submitted. Somebody else verifies it now.")
    )
    return redirect(face.url("training", stored.uuid))


def conflict(
    request: Any, face: Face, editor: Editor, refused: ChangedMeanwhile
) -> HttpResponse:
    """Somebody saved the record meanwhile: show both, overwrite nothing."""
    training = load(request, editor.training.uuid) if editor.training else None
    if training is None or not may_edit(request.viewer, None, training):
        editor.show(refused.problems)
        return form(request, face, editor, 409)
    theirs = stored_facts(
        training, Choices(request.viewer, request.at.date(), training)
    )
    for name, value in theirs.items():
        field = editor.facts_form[name]
        mine = editor.facts_form.cleaned_data.get(name)
        if comparable(mine) != comparable(value):
            label = str(field.label)
            editor.differences.append((label, comparable(value), comparable(mine)))
    editor.revision = training.revision
    editor.training = training
    context = {
        "editor": editor,
        "face": face.name,
        "training": training,
        "conflict": True,
    }
    return render(request, "kit/trainings/form.html", context, status=409)


def comparable(value: Any) -> str:
    """A value of the form as text."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value).replace("\r\n", "\n")

"""Types and fields of expertise, which the project team keeps."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from mwalimu.qualification.models import Certainty, ExpertField, ExpertType
from mwalimu.qualification.operations.accreditation import (
    FieldFacts,
    TypeFacts,
    write_field,
    write_type,
)
from mwalimu.qualification.permissions import may_accredit
from mwalimu.qualification.queries import all_topics
from mwalimu.qualification.queries.accreditation.found import all_fields, all_types
from mwalimu.shared.languages import READING_ORDER
from mwalimu.web.desk.accreditation.forms import reading
from mwalimu.web.desk.accreditation.loaders import answer
from mwalimu.web.kit.access import ADMINISTRATION, TEAM, open_to
from mwalimu.web.kit.forms import sent
from mwalimu.web.kit.names import language_name
from mwalimu.web.kit.requests import Request, acting

COMMON = ("certainty", "source", "offered", "position")


class ExpertiseForm(forms.Form):
    """What is common to types and fields."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Code"),
        max_length=20,
        help_text=pgettext_lazy("help", "Letters, digits, hyphens. It stays as it is."),
    )
    certainty = forms.ChoiceField(
        label=pgettext_lazy("label", "How surely it is known"),
        choices=Certainty.choices,
        initial=Certainty.TEAM,
    )
    source = forms.CharField(
        label=pgettext_lazy("label", "Source"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    offered = forms.BooleanField(
        label=pgettext_lazy("label", "A path can begin"), required=False, initial=True
    )
    position = forms.IntegerField(
        label=pgettext_lazy("label", "Place in lists"),
        min_value=0,
        max_value=999,
        initial=50,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, row: Any = None, **options: Any) -> None:
        if row is not None:
            options["initial"] = self.said(row)
        super().__init__(*args, **options)
        if row is not None:
            del self.fields["code"]
        for code in READING_ORDER:
            label = pgettext("label", "Name in %(language)s")
            name = {"language": language_name(code, reading())}
            self.fields[f"name_{code}"] = forms.CharField(
                label=label % name, max_length=200, required=code == "en"
            )
        names = [f"name_{code}" for code in READING_ORDER]
        self.order_fields(["code", *names, *self.FIRST, *COMMON])

    FIRST: tuple[str, ...] = ()

    def said(self, row: Any) -> dict[str, Any]:
        """What a row says, as the form holds it."""
        names = {f"name_{code}": row.names.get(code, "") for code in READING_ORDER}
        return names | {name: getattr(row, name) for name in COMMON}

    def facts(self, row: Any) -> dict[str, Any]:
        """What the form says, as the operation takes it."""
        data = self.cleaned_data
        return {
            "code": row.code if row is not None else data["code"],
            "names": {code: data[f"name_{code}"] for code in READING_ORDER},
            **{name: data[name] for name in COMMON},
        }


class TypeForm(ExpertiseForm):
    """A type of expert."""

    per_field = forms.BooleanField(
        label=pgettext_lazy("label", "One is accredited in a field"),
        required=False,
        initial=True,
    )
    refresher_months = forms.IntegerField(
        label=pgettext_lazy("label", "A refresher is due after so many months"),
        required=False,
        min_value=1,
        max_value=240,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=pgettext_lazy("help", "Empty: none is due."),
    )
    assumed = forms.BooleanField(
        label=pgettext_lazy("label", "No source states this number"),
        required=False,
        initial=True,
    )
    FIRST = ("per_field", "refresher_months", "assumed")

    def said(self, row: Any) -> dict[str, Any]:
        """With fields and refreshers."""
        return super().said(row) | {name: getattr(row, name) for name in self.FIRST}


class AreaForm(ExpertiseForm):
    """A field of expertise."""

    topics = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Topics of the programme"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy(
            "help", "Their Master Trainers are offered to be proposed."
        ),
    )
    FIRST = ("topics",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {topic.code: topic for topic in all_topics()}
        field = self.fields["topics"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [
                (code, str(topic.name(reading()))) for code, topic in self.known.items()
            ]

    def said(self, row: Any) -> dict[str, Any]:
        """With the topics."""
        return super().said(row) | {"topics": [t.code for t in row.topics.all()]}


@open_to(TEAM, ADMINISTRATION)
@require_safe
def listing(request: Request) -> HttpResponse:
    """Every type and field, with how surely it is known and by which source."""
    context = {
        "types": all_types(),
        "fields": all_fields().prefetch_related("topics"),
        "may_edit": may_accredit(request.viewer),
    }
    return render(request, "desk/accreditation/types.html", context)


@open_to(TEAM)
def type_new(request: Request) -> HttpResponse:
    """Add a type of expert."""
    return _type(request, None, pgettext("title", "New type of expert"))


@open_to(TEAM)
def type_edit(request: Request, code: str) -> HttpResponse:
    """Change a type of expert."""
    row = all_types().filter(code=code).first()
    if row is None:
        raise Http404
    return _type(request, row, pgettext("title", "Change a type of expert"))


def _type(request: Request, row: ExpertType | None, title: str) -> HttpResponse:
    form = TypeForm(sent(request), row=row)

    def do(data: dict[str, Any]) -> object:
        own = {name: data[name] for name in TypeForm.FIRST}
        facts = TypeFacts(**form.facts(row), **own)
        return write_type(facts, row=row, by=acting(request), at=request.at)

    back = reverse("desk:expert_types")
    return answer(request, form, do, back, title=title, of_types=True)


@open_to(TEAM)
def field_new(request: Request) -> HttpResponse:
    """Add a field of expertise."""
    return _field(request, None, pgettext("title", "New field of expertise"))


@open_to(TEAM)
def field_edit(request: Request, code: str) -> HttpResponse:
    """Change a field of expertise."""
    row = all_fields().filter(code=code).first()
    if row is None:
        raise Http404
    return _field(request, row, pgettext("title", "Change a field of expertise"))


def _field(request: Request, row: ExpertField | None, title: str) -> HttpResponse:
    form = AreaForm(sent(request), row=row)

    def do(data: dict[str, Any]) -> object:
        topics = [form.known[code] for code in data["topics"]]
        facts = FieldFacts(**form.facts(row), topics=topics)
        return write_field(facts, row=row, by=acting(request), at=request.at)

    back = reverse("desk:expert_types")
    return answer(request, form, do, back, title=title, of_types=True)

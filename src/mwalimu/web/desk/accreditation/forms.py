"""Forms on accreditation."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.qualification.models import (
    AcePhase,
    ExpertField,
    ExpertType,
    ExpertWorkshop,
    MissionAssessment,
)
from mwalimu.qualification.queries.accreditation.choosing import (
    accreditation_activities,
)
from mwalimu.qualification.queries.accreditation.found import all_fields, all_types
from mwalimu.web.desk.decisions.forms import why
from mwalimu.web.desk.people.forms import day_input
from mwalimu.web.desk.people.loaders import member_choices, member_of
from mwalimu.web.kit import writing
from mwalimu.web.kit.assessing import AssessmentForm, PapersField

Choices = list[tuple[str, str]]
INSIDE = pgettext_lazy("help", "Only the project team and the person read it.")


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Let a field choose among these."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def nothing(label: Any) -> Choices:
    """An empty choice with a word."""
    return [("", str(label))]


def reading() -> str:
    """The language of the page."""
    return get_language() or "en"


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=day_input(), **options)


class ExpertiseForm(forms.Form):
    """As what, and in which field."""

    type = forms.ChoiceField(label=pgettext_lazy("label", "Type of expert"))
    field = forms.ChoiceField(
        label=pgettext_lazy("label", "Field of expertise"),
        required=False,
        help_text=pgettext_lazy("help", "Empty where the type has no fields."),
    )

    def __init__(self, *args: Any, offered: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.types = {row.code: row for row in all_types() if row.offered >= offered}
        self.areas = {row.code: row for row in all_fields() if row.offered >= offered}
        named = [(code, str(r.name(reading()))) for code, r in self.types.items()]
        offer(self, "type", named)
        areas = [(code, str(r.name(reading()))) for code, r in self.areas.items()]
        none = nothing(pgettext("choice", "none"))
        offer(self, "field", [*none, *areas])

    @property
    def expertise(self) -> tuple[ExpertType, ExpertField | None]:
        """The type and field that were chosen."""
        data = self.cleaned_data
        return self.types[data["type"]], self.areas.get(data["field"])


class _OfMember(ExpertiseForm):
    """With the Member whose officer the person is."""

    member = forms.ChoiceField(label=pgettext_lazy("label", "Officer of"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "member", member_choices())

    @property
    def chosen_member(self) -> Any:
        """The Member."""
        return member_of(self.cleaned_data["member"])


class StartForm(_OfMember):
    """Propose one person."""

    reason = why(INSIDE, required=False)


class TakeOverForm(_OfMember):
    """An accreditation that was given before this record."""

    phase = forms.ChoiceField(
        label=pgettext_lazy("label", "What was reached"),
        choices=[
            ("accredited", pgettext_lazy("choice", "accreditation")),
            ("mission", pgettext_lazy("choice", "pre-accreditation")),
        ],
    )
    since = _day(pgettext_lazy("label", "Since"))
    papers = PapersField(pgettext_lazy("label", "Document that shows it"))
    reason = why(INSIDE, required=False)


class ConvertForm(ExpertiseForm):
    """Into which type and field."""

    day = _day(pgettext_lazy("label", "From"))
    reason = why(INSIDE)
    papers = PapersField()


class ReasonForm(forms.Form):
    """Why."""

    reason = why(INSIDE)


class TermsForm(ReasonForm):
    """From which day, and why."""

    day = _day(pgettext_lazy("label", "From"))
    papers = PapersField()
    field_order = ("day", "reason", "papers")


class ScreenForm(forms.Form):
    """What is decided on those who are ticked."""

    selected = forms.TypedChoiceField(
        label=pgettext_lazy("label", "Decision"),
        choices=[
            ("yes", pgettext_lazy("choice", "selected for a workshop")),
            ("no", pgettext_lazy("choice", "not selected")),
        ],
        coerce=lambda text: text == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        initial="yes",
    )
    day = _day(pgettext_lazy("label", "Decided on"))
    reason = why(
        pgettext_lazy("help", "Needed for those who are not selected; they read it."),
        required=False,
    )


class ResultsForm(forms.Form):
    """What goes with the results of a workshop."""

    reason = why(
        pgettext_lazy(
            "help", "Kept with everybody of this step; the people concerned read it."
        ),
        required=False,
    )
    papers = PapersField()


class WorkshopForm(ResultsForm):
    """What a workshop is, when and where."""

    FACTS = ("activity", "title", "starts_on", "ends_on", "place", "host")

    activity = forms.ChoiceField(
        label=pgettext_lazy("label", "In the history of the project"), required=False
    )
    title = forms.CharField(label=pgettext_lazy("label", "Title"), max_length=200)
    starts_on = _day(pgettext_lazy("label", "First day"))
    ends_on = _day(pgettext_lazy("label", "Last day"))
    place = forms.CharField(
        label=pgettext_lazy("label", "Place"), max_length=100, required=False
    )
    host = forms.ChoiceField(label=pgettext_lazy("label", "Host"), required=False)

    def __init__(self, kind: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        none = nothing(pgettext("choice", "none"))
        offer(self, "host", [*none, *member_choices()])
        self.activities: dict[str, Any] = {}
        if kind == ExpertWorkshop.Kind.ACCREDITATION:
            self.activities = {str(r.uuid): r for r in accreditation_activities()}
            known = [(key, told(row)) for key, row in self.activities.items()]
            offer(self, "activity", [*none, *known])
        else:
            del self.fields["activity"]

    @property
    def facts(self) -> list[forms.BoundField]:
        """The fields on the workshop itself."""
        return [self[name] for name in self.FACTS if name in self.fields]


def told(activity: Any) -> str:
    """An activity of the history in a line."""
    when = writing.days(activity.starts, activity.ends, reading()) or ""
    title = (activity.title or {}).get(reading()) or (activity.title or {}).get(
        "en", ""
    )
    return f"{when} · {title}" if title else when


class MissionForm(forms.Form):
    """Where, when, what for, and who assesses."""

    host = forms.ChoiceField(label=pgettext_lazy("label", "Host"))
    starts_on = _day(pgettext_lazy("label", "First day"))
    ends_on = _day(pgettext_lazy("label", "Last day"))
    purpose = forms.CharField(
        label=pgettext_lazy("label", "What for"), max_length=300, required=False
    )
    assessors = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Assessors"),
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy(
            "help",
            "Offered are assessors and accredited experts of other administrations.",
        ),
    )

    def __init__(self, people: list[Person], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "host", member_choices())
        self.people = {str(person.uuid): person for person in people}
        field = self.fields["assessors"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(key, p.name) for key, p in self.people.items()]


class ConcludeForm(forms.Form):
    """What follows from the assessments."""

    result = forms.ChoiceField(
        label=pgettext_lazy("label", "Result"),
        choices=MissionAssessment.Result.choices,
        widget=forms.RadioSelect,
    )
    day = _day(pgettext_lazy("label", "Concluded on"))
    reason = why(
        pgettext_lazy(
            "help",
            "Needed where it is not passed or an assessor says otherwise. The person"
            " reads it.",
        ),
        required=False,
    )


class OnBehalfForm(AssessmentForm):
    """The same, entered for an assessor with the signed scan."""

    assessor = forms.ChoiceField(label=pgettext_lazy("label", "Assessor"))
    day = _day(pgettext_lazy("label", "Signed on"))
    field_order = ("assessor", "day", "result", "remarks", "papers")

    def __init__(self, people: list[Person], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.uuid): person for person in people}
        offer(self, "assessor", [(key, p.name) for key, p in self.people.items()])


PHASES = [("", pgettext_lazy("filter", "any")), *AcePhase.choices]

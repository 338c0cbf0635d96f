"""Forms on programmes, cohorts, groups, Members, sessions and activities."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from mwalimu.programmes.models import Activity, Confidence, Mode, Programme, Session
from mwalimu.programmes.queries.page import ProgrammePage
from mwalimu.web.desk.programmes.fields import (
    NONE,
    Choices,
    PartialDateField,
    line,
    members_by_name,
    named,
    offer,
    ticks,
)

NAME = pgettext_lazy("label", "Name in English")
IN_OTHERS = {
    "fr": pgettext_lazy("label", "Name in French"),
    "pt": pgettext_lazy("label", "Name in Portuguese"),
    "es": pgettext_lazy("label", "Name in Spanish"),
}
CODE_HELP = pgettext_lazy(
    "help", "Letters, digits and hyphens, for example EA-PCA; it stands in addresses."
)
LANGUAGES: Choices = [
    *NONE,
    ("en", pgettext_lazy("language", "English")),
    ("fr", pgettext_lazy("language", "French")),
    ("pt", pgettext_lazy("language", "Portuguese")),
    ("es", pgettext_lazy("language", "Spanish")),
]


class CodedForm(forms.Form):
    """What has a code, and a name in up to four languages."""

    code = forms.CharField(
        label=pgettext_lazy("label", "Code"), max_length=20, help_text=CODE_HELP
    )
    name_en = line(NAME)
    name_fr = line(IN_OTHERS["fr"])
    name_pt = line(IN_OTHERS["pt"])
    name_es = line(IN_OTHERS["es"])


class ProjectForm(CodedForm):
    """A project."""

    started = PartialDateField(pgettext_lazy("label", "Start"))
    partners = ticks(pgettext_lazy("label", "Partners"))

    def offer_all(self, choices: dict[str, Choices]) -> None:
        """Let every field choose among these."""
        for name, pairs in choices.items():
            offer(self, name, pairs)


class ProgrammeForm(CodedForm):
    """A programme."""

    project = forms.ChoiceField(label=pgettext_lazy("label", "Project"))
    status = forms.ChoiceField(
        label=pgettext_lazy("label", "Status"),
        choices=Programme.Status.choices,
        help_text=pgettext_lazy(
            "help", "While it is being prepared, only the project team sees it."
        ),
    )
    summary_en = line(pgettext_lazy("label", "Summary in English"), 600)
    summary_fr = line(pgettext_lazy("label", "Summary in French"), 600)
    starts = PartialDateField(pgettext_lazy("label", "Start"))
    ends = PartialDateField(pgettext_lazy("label", "End"))
    topics = ticks(pgettext_lazy("label", "Topics"))
    regions = ticks(pgettext_lazy("label", "Regions"))
    initiatives = ticks(pgettext_lazy("label", "Initiatives"))
    partners = ticks(pgettext_lazy("label", "Partners"))
    source = line(pgettext_lazy("label", "Source"), 500)

    def offer_all(self, choices: dict[str, Choices]) -> None:
        """Let every field choose among these."""
        for name, pairs in choices.items():
            offer(self, name, pairs)


class CohortForm(CodedForm):
    """A cohort with its plan."""

    topics = ticks(pgettext_lazy("label", "Topics"))
    members = ticks(pgettext_lazy("label", "Members"))
    plan = line(
        pgettext_lazy("label", "Plan"),
        400,
        pgettext_lazy(
            "help",
            "Codes of the stages in order, with spaces between: WG1 to WG9 for working"
            " groups, IS1 to IS9 for intersessional activities, VWG1 for virtual ones.",
        ),
    )


class GroupForm(CodedForm):
    """A session group."""

    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"),
        choices=LANGUAGES,
        required=False,
        help_text=pgettext_lazy("help", "Only for a group formed by language."),
    )
    members = ticks(pgettext_lazy("label", "Members"))


class MembershipForm(forms.Form):
    """A Member's part in a programme."""

    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"))
    joined = PartialDateField(pgettext_lazy("label", "Joined"))
    left = PartialDateField(pgettext_lazy("label", "Left"))
    source = line(pgettext_lazy("label", "Source"), 500)


class EventForm(forms.Form):
    """What a session and an activity have in common."""

    title_en = line(
        pgettext_lazy("label", "Title in English"),
        help_text=pgettext_lazy("help", "Empty: the stage or the kind is the title."),
    )
    title_fr = line(pgettext_lazy("label", "Title in French"))
    starts = PartialDateField(pgettext_lazy("label", "First day"))
    ends = PartialDateField(pgettext_lazy("label", "Last day"))
    mode = forms.ChoiceField(label=pgettext_lazy("label", "Mode"), choices=Mode.choices)
    city = line(pgettext_lazy("label", "City"), 100)
    host = forms.ChoiceField(
        label=pgettext_lazy("label", "Host Member"), required=False
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language"), choices=LANGUAGES, required=False
    )
    group = forms.ChoiceField(
        label=pgettext_lazy("label", "Session group"), required=False
    )
    topics = ticks(pgettext_lazy("label", "Topics"))
    members = ticks(pgettext_lazy("label", "Members that took part"))
    partners = ticks(pgettext_lazy("label", "Partners"))
    participants = forms.IntegerField(
        label=pgettext_lazy("label", "Participants"),
        required=False,
        help_text=pgettext_lazy("help", "Empty where it is not known; never a guess."),
    )
    demo_trainees = forms.IntegerField(
        label=pgettext_lazy("label", "People taught in the demonstration"),
        required=False,
    )
    confidence = forms.ChoiceField(
        label=pgettext_lazy("label", "How sure"),
        choices=[*NONE, *Confidence.choices],
        required=False,
    )
    source = line(pgettext_lazy("label", "Source"), 500)
    note = forms.CharField(
        label=pgettext_lazy("label", "Note"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def offer_from(self, page: ProgrammePage | None, members: Any) -> None:
        """Let the form choose among what belongs to the programme."""
        everybody = members_by_name(members)
        offer(self, "host", [*NONE, *everybody])
        own = {row.member.code for row in page.memberships} if page else set()
        own |= set(self.initial.get("members", ()))
        near = [pair for pair in everybody if pair[0] in own] or everybody
        offer(self, "members", near)
        if page is None:
            del self.fields["group"]
            return
        offer(self, "topics", named(page.choices.get("topic", ())))
        offer(self, "partners", named(page.choices.get("partner", ())))
        offer(self, "group", [*NONE, *named(page.choices.get("group", ()))])

    def offer_all_topics(self, topics: Any, partners: Any) -> None:
        """For an activity of the project as a whole."""
        offer(self, "topics", named(topics))
        offer(self, "partners", named(partners))


class SessionForm(EventForm):
    """A session."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "Kind"), choices=Session.Kind.choices
    )
    cohorts = ticks(pgettext_lazy("label", "Cohorts"))
    stages = ticks(
        pgettext_lazy("label", "Stages that it stands for"),
        pgettext_lazy("help", "None for a session outside the plan."),
    )
    meetings = forms.IntegerField(
        label=pgettext_lazy("label", "Meetings"),
        required=False,
        min_value=1,
        max_value=1_000,
        help_text=pgettext_lazy("help", "Where one record stands for a series."),
    )
    launch = forms.BooleanField(
        label=pgettext_lazy("label", "It opened with the launch ceremony"),
        required=False,
    )
    certificates = forms.BooleanField(
        label=pgettext_lazy("label", "Certificates were handed over"), required=False
    )
    field_order = ("kind", "cohorts", "stages")

    def offer_from(self, page: ProgrammePage | None, members: Any) -> None:
        """Also the cohorts and stages of the programme."""
        super().offer_from(page, members)
        if page is None:
            return
        cohorts = {row.pk: row for row in page.choices.get("cohort", ())}
        offer(self, "cohorts", named(cohorts.values()))
        stages = page.choices.get("stage", ())
        ordered = sorted(
            stages, key=lambda row: (cohorts[row.owner].code, row.position)
        )
        shown = [(str(r.pk), f"{cohorts[r.owner].code} {r.code}") for r in ordered]
        offer(self, "stages", shown)


class ActivityForm(EventForm):
    """An activity besides the working groups."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("label", "Kind"), choices=Activity.Kind.choices
    )
    field_order = ("kind",)

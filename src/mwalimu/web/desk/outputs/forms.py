"""Forms on what came out of a session. They check shape; operations check sense."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext, pgettext_lazy

from mwalimu.people.models import Person
from mwalimu.programmes.models import WorkItem
from mwalimu.programmes.queries.sessions.expected import Participant
from mwalimu.reference.models import Member, Topic
from mwalimu.web.desk.logistics.forms import day_field
from mwalimu.web.desk.programmes.fields import named, offer

LINES = pgettext_lazy("help", "One on each line: several are added at once.")


def lines_field(label: Any) -> forms.CharField:
    """A text of several lines, each of which is a row."""
    return forms.CharField(
        label=label,
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=LINES,
    )


def words(label: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(
        label=label, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class ChoosesMembers(forms.Form):
    """A form whose Members are chosen among those that take part."""

    def __init__(self, members: Iterable[Member], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_code = {member.code: member for member in members}

    def clean_member(self) -> Member | None:
        """The Member that was chosen, if any."""
        return self.by_code.get(self.cleaned_data["member"])

    def clean_members(self) -> list[Member]:
        """The Members that were chosen."""
        return [self.by_code[code] for code in self.cleaned_data["members"]]


class IssuesForm(ChoosesMembers):
    """Issues of one administration."""

    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"))
    text = lines_field(pgettext_lazy("label", "Issues"))
    shared = forms.BooleanField(
        label=pgettext_lazy("label", "The other Members of this session may read them"),
        required=False,
    )

    def __init__(self, members: Iterable[Member], *args: Any, **options: Any) -> None:
        super().__init__(members, *args, **options)
        offer(self, "member", named(self.by_code.values()))


class IssueForm(forms.Form):
    """The wording of one issue, and who reads it."""

    text = words(pgettext_lazy("label", "Issue"))
    shared = forms.BooleanField(
        label=pgettext_lazy("label", "The other Members of this session may read it"),
        required=False,
    )


class NeedsForm(ChoosesMembers):
    """Training needs of one topic."""

    text = lines_field(pgettext_lazy("label", "Training needs"))
    topic = forms.ChoiceField(label=pgettext_lazy("label", "Topic"), required=False)
    members = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Members that share it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        members: Iterable[Member],
        topics: Iterable[Topic],
        *args: Any,
        **options: Any,
    ) -> None:
        super().__init__(members, *args, **options)
        self.topics = {topic.code: topic for topic in topics}
        none = ("", pgettext("choice", "of no topic in particular"))
        offer(self, "topic", [none, *named(self.topics.values())])
        offer(self, "members", named(self.by_code.values()))

    def clean_topic(self) -> Topic | None:
        """The topic that was chosen, if any."""
        return self.topics.get(self.cleaned_data["topic"])


class NeedForm(NeedsForm):
    """One training need."""

    text = words(pgettext_lazy("label", "Training need"))


class TaskForm(ChoosesMembers):
    """A task of the work plan."""

    text = words(pgettext_lazy("label", "Task"))
    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"), required=False)
    person = forms.ChoiceField(
        label=pgettext_lazy("label", "Person"),
        required=False,
        help_text=pgettext_lazy(
            "help", "Other Members read which Member owns the task, not who."
        ),
    )
    due_on = day_field(pgettext_lazy("label", "Due on"))

    def __init__(
        self,
        members: Iterable[Member],
        people: Sequence[Participant],
        *args: Any,
        **options: Any,
    ) -> None:
        super().__init__(members, *args, **options)
        self.people = {str(row.person.uuid): row.person for row in people}
        self.choices = [("", pgettext("choice", "nobody in particular"))]
        self.choices += [(str(row.person.uuid), _called(row)) for row in people]
        offer(self, "member", [self.choices[0], *named(self.by_code.values())])
        offer(self, "person", self.choices)

    def keep(self, person: Person) -> None:
        """Whoever owns the task already stays a choice, also when they come no longer."""
        key = str(person.uuid)
        self.people[key] = person
        offer(self, "person", [*self.choices, (key, person.name)])

    def clean_person(self) -> Any:
        """The person that was chosen, if any."""
        return self.people.get(self.cleaned_data["person"])


def _called(row: Participant) -> str:
    """A person with the Member for which they come."""
    if row.member is None:
        return str(row.person.name)
    return f"{row.member.name(get_language() or 'en')}: {row.person.name}"


class FollowUpForm(forms.Form):
    """How far a task is."""

    state = forms.ChoiceField(
        label=pgettext_lazy("label", "State"), widget=forms.RadioSelect
    )
    day = day_field(pgettext_lazy("label", "Day"))
    text = forms.CharField(
        label=pgettext_lazy("label", "What was reached"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, team: bool, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        dropped = WorkItem.State.DROPPED
        states = [each for each in WorkItem.State.choices if team or each[0] != dropped]
        offer(self, "state", states)

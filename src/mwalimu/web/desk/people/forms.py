"""Forms on people. What they check is shape; operations check sense."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy

from mwalimu.people.models import Person, Role, Sector, Sex
from mwalimu.people.permissions import KEEPS_RECORDS, Viewer, roles_to_give
from mwalimu.qualification.queries import all_topics
from mwalimu.shared.languages import READING_ORDER
from mwalimu.web.desk.people.loaders import find_one, member_choices
from mwalimu.web.kit.lists import FilterForm
from mwalimu.web.kit.names import language_name

NONE = [("", pgettext_lazy("choice", "none"))]
ANY = [("", pgettext_lazy("choice", "all"))]
LANGUAGES = (*READING_ORDER, "sw", "ar")


def offer(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let a field of the form choose among these."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


def day_input() -> forms.DateInput:
    """The browser's own date field."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def text(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """One line of at most 200 characters."""
    return forms.CharField(
        label=label, required=required, max_length=200, help_text=help_text
    )


class FactsForm(forms.Form):
    """Who a person is."""

    name = text(
        pgettext_lazy("label", "Name"),
        required=True,
        help_text=pgettext_lazy("help", "As the person writes it."),
    )
    name_other_script = text(pgettext_lazy("label", "Name in another script"))
    sex = forms.ChoiceField(
        label=pgettext_lazy("label", "Sex"),
        choices=[
            (Sex.FEMALE, pgettext_lazy("sex of a person", "woman")),
            (Sex.MALE, pgettext_lazy("sex of a person", "man")),
            (Sex.UNDISCLOSED, pgettext_lazy("sex of a person", "does not wish to say")),
            (Sex.NOT_RECORDED, pgettext_lazy("sex of a person", "not recorded")),
        ],
        initial=Sex.NOT_RECORDED,
    )
    birth_year = forms.IntegerField(
        label=pgettext_lazy("label", "Birth year"),
        required=False,
        help_text=pgettext_lazy("help", "Tells apart people of the same name."),
    )
    staff_number = text(
        pgettext_lazy("label", "Staff number"),
        help_text=pgettext_lazy(
            "help", "Only a keyed hash of it is kept. Empty leaves what is there."
        ),
    )


class WorkForm(forms.Form):
    """Where a person works."""

    sector = forms.ChoiceField(
        label=pgettext_lazy("label", "Sector"),
        choices=Sector.choices,
        initial=Sector.CUSTOMS,
    )
    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"), required=False)
    organisation = text(pgettext_lazy("label", "Organisation"))
    unit = text(pgettext_lazy("label", "Unit"))
    post = text(pgettext_lazy("label", "Post"))
    since = forms.DateField(
        label=pgettext_lazy("label", "Since"), required=False, widget=day_input()
    )

    def __init__(self, viewer: Viewer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        own = None if viewer.is_project_team else viewer.members_as(*KEEPS_RECORDS)
        choices = member_choices(own)
        offer(self, "member", [*NONE, *choices])
        if own is not None and len(choices) == 1:
            self.fields["member"].initial = choices[0][0]


class NewPersonForm(WorkForm, FactsForm):
    """A person and where they work."""

    field_order = ("name", "name_other_script", "sex", "birth_year", "staff_number")


class LanguagesForm(forms.Form):
    """Languages in which a person works."""

    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("label", "Languages"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reading = get_language() or "en"
        offer(
            self,
            "languages",
            [(code, language_name(code, reading)) for code in LANGUAGES],
        )


class ContactsForm(forms.Form):
    """How to reach a person."""

    email = forms.EmailField(label=pgettext_lazy("label", "E-mail"), required=False)
    phone = forms.CharField(
        label=pgettext_lazy("label", "Telephone"), required=False, max_length=40
    )


class InviteForm(forms.Form):
    """The address to which the invitation goes."""

    email = forms.EmailField(label=pgettext_lazy("label", "E-mail"))
    language = forms.ChoiceField(
        label=pgettext_lazy("label", "Language of the mail and the pages")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "language", settings.LANGUAGES)


class InviteNewForm(InviteForm, WorkForm):
    """A new person of an administration, with their account."""

    name = text(pgettext_lazy("label", "Name"), required=True)
    field_order = ("name", "email", "language", "sector", "member")


class RoleForm(forms.Form):
    """A role with dates."""

    role = forms.ChoiceField(label=pgettext_lazy("label", "Role"))
    member = forms.ChoiceField(
        label=pgettext_lazy("label", "Member"),
        required=False,
        help_text=pgettext_lazy("help", "For roles that are played for a Member."),
    )
    since = forms.DateField(
        label=pgettext_lazy("label", "First day"), widget=day_input()
    )
    until = forms.DateField(
        label=pgettext_lazy("label", "Last day"), required=False, widget=day_input()
    )

    def __init__(self, viewer: Viewer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = roles_to_give(viewer)
        offer(self, "role", [(role, Role(role).label) for role in roles])
        own = None if viewer.is_project_team else viewer.members_as(*KEEPS_RECORDS)
        offer(
            self,
            "member",
            [
                *NONE,
                *member_choices(own),
            ],
        )


class EndForm(forms.Form):
    """The last day of something."""

    until = forms.DateField(
        label=pgettext_lazy("label", "Last day"), widget=day_input()
    )


class HandOverForm(forms.Form):
    """Who takes a role over, and when."""

    to = text(
        pgettext_lazy("label", "Successor"),
        required=True,
        help_text=pgettext_lazy("help", "The name of a person who is recorded here."),
    )
    since = forms.DateField(
        label=pgettext_lazy("label", "First day of the successor"), widget=day_input()
    )

    def __init__(self, viewer: Viewer, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer

    def clean_to(self) -> Person:
        """The one person of that name."""
        return find_one(self.viewer, self.cleaned_data["to"])


class AwardForm(forms.Form):
    """An award that was decided."""

    topic = forms.ChoiceField(label=pgettext_lazy("label", "Topic"))
    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"))
    valid_from = forms.DateField(
        label=pgettext_lazy("label", "Valid from"), widget=day_input()
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language() or "en"
        topics = [(row.code, str(row.name(language))) for row in all_topics()]
        offer(self, "topic", topics)
        offer(self, "member", member_choices())


class EndAwardForm(forms.Form):
    """From when an award holds no longer, and why."""

    ended_on = forms.DateField(
        label=pgettext_lazy("label", "Holds no longer from"), widget=day_input()
    )
    reason = forms.CharField(
        label=pgettext_lazy("label", "Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=pgettext_lazy("help", "Outside it only says: no longer valid."),
    )


class PeopleFilter(FilterForm):
    """Narrows the list of people."""

    name = text(pgettext_lazy("label", "Name"))
    member = forms.ChoiceField(label=pgettext_lazy("label", "Member"))
    role = forms.ChoiceField(label=pgettext_lazy("label", "Role"))
    topic = forms.ChoiceField(label=pgettext_lazy("label", "Master Trainer of"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language() or "en"
        roles = [row for row in Role.choices if row[0] not in ("candidate",)]
        topics = [(row.code, str(row.name(language))) for row in all_topics()]
        offer(self, "role", [*ANY, *roles])
        offer(self, "topic", [*ANY, *topics])


class AuditFilter(forms.Form):
    """Narrows the audit trail."""

    verb = forms.ChoiceField(label=pgettext_lazy("label", "What"), required=False)
    subject = forms.ChoiceField(label=pgettext_lazy("label", "On what"), required=False)
    uuid = forms.UUIDField(
        label=pgettext_lazy("label", "Number of the record"), required=False
    )
    actor = forms.CharField(
        label=pgettext_lazy("label", "By (e-mail)"), required=False, max_length=254
    )
    day = forms.DateField(
        label=pgettext_lazy("label", "Day"), required=False, widget=day_input()
    )

    def __init__(
        self, verbs: list[str], subjects: list[str], *args: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, words in (("verb", verbs), ("subject", subjects)):
            choices = [*ANY, *((word, word.replace("_", " ")) for word in words)]
            offer(self, name, choices)

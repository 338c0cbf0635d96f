"""Choosing an officer of an administration by name, or recording one with the letter.

The name is looked up among those whom the viewer may read. Where several fit, the form
comes back with a choice; where nobody fits, it says how to record somebody new.
"""

from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.people.models import Person, Sex
from mwalimu.people.permissions import Viewer
from mwalimu.people.queries import for_list, named, working_for
from mwalimu.programmes.operations import Newcomer
from mwalimu.qualification.permissions import persons_visible_to
from mwalimu.reference.models import Member
from mwalimu.web.kit.requests import Request

MOST_OFFERED = 12
SEX = (
    (Sex.NOT_RECORDED, pgettext_lazy("sex of a person", "not recorded")),
    (Sex.FEMALE, pgettext_lazy("sex of a person", "woman")),
    (Sex.MALE, pgettext_lazy("sex of a person", "man")),
    (Sex.UNDISCLOSED, pgettext_lazy("sex of a person", "does not wish to say")),
)


class OfficerForm(forms.Form):
    """Part of a form that says who: `officer` after `is_valid()`."""

    name = forms.CharField(
        label=pgettext_lazy("label", "Officer"),
        max_length=200,
        help_text=pgettext_lazy("help", "The name, or a part of it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    person = forms.ChoiceField(
        label=pgettext_lazy("label", "Which of them"),
        required=False,
        widget=forms.RadioSelect,
    )
    new = forms.BooleanField(
        label=pgettext_lazy("label", "This officer is not recorded yet: record them"),
        required=False,
    )
    sex = forms.ChoiceField(
        label=pgettext_lazy("label", "Sex"), choices=SEX, required=False
    )
    unit = forms.CharField(
        label=pgettext_lazy("label", "Unit"), max_length=200, required=False
    )
    post = forms.CharField(
        label=pgettext_lazy("label", "Post"), max_length=200, required=False
    )
    email = forms.EmailField(
        label=pgettext_lazy("label", "E-mail"), max_length=254, required=False
    )
    NEWCOMER = ("new", "sex", "unit", "post", "email")

    def __init__(
        self, request: Request, member: Member, data: Any = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.officer: Person | Newcomer | None = None
        self.request, self.member = request, member
        self.found: dict[str, Person] = {}
        if data and not data.get("new"):
            rows = _fitting(request.viewer, member, data.get("name", ""), request)
            self.found = {str(person.uuid): person for person in rows}
        self._offer()

    def who_fields(self) -> list[forms.BoundField]:
        """The name, and the choice where several fit."""
        return [self[name] for name in ("name", "person") if name in self.fields]

    def newcomer_fields(self) -> list[forms.BoundField]:
        """What is asked of somebody who is not recorded yet."""
        return [self[name] for name in self.NEWCOMER]

    def other_fields(self) -> list[forms.BoundField]:
        """Everything else that the form asks."""
        asked = {"name", "person", *self.NEWCOMER}
        return [self[name] for name in self.fields if name not in asked]

    def _offer(self) -> None:
        field = self.fields["person"]
        if len(self.found) < 2:
            del self.fields["person"]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [
                (uuid, _told_apart(person)) for uuid, person in self.found.items()
            ]

    def clean(self) -> dict[str, Any]:
        """Who it is; everything else is the operation's to check."""
        cleaned = super().clean() or {}
        name = cleaned.get("name", "")
        if not name:
            return cleaned
        if cleaned.get("new"):
            self.officer = Newcomer(
                name=name,
                sex=cleaned.get("sex") or Sex.NOT_RECORDED,
                unit=cleaned.get("unit", ""),
                post=cleaned.get("post", ""),
                email=cleaned.get("email", ""),
            )
        else:
            self.officer = self._known(name, cleaned.get("person", ""))
        return cleaned

    def _known(self, name: str, chosen: str) -> Person | None:
        exact = [p for p in self.found.values() if p.name == name.strip()]
        if chosen in self.found:
            return self.found[chosen]
        if len(self.found) == 1 or len(exact) == 1:
            return (exact or list(self.found.values()))[0]
        if not self.found:
            text = pgettext(
                "form",
                "Nobody of this name is recorded there. Correct the name, or tick"
                " below that the officer is not recorded yet.",
            )
            self.add_error("name", text)
        else:
            text = pgettext("form", "Several people fit: choose one of them.")
            self.add_error("person", text)
        return None


def _fitting(viewer: Viewer, member: Member, text: str, request: Request) -> list[Any]:
    if not text.strip():
        return []
    day = request.at.date()
    people = working_for(persons_visible_to(viewer), member.code, day)
    return list(for_list(named(people, text), day)[:MOST_OFFERED])


def _told_apart(person: Any) -> str:
    """A name with what tells it from another: the post, or the unit."""
    work = next(iter(person.work_now), None)
    place = (work.post or work.unit) if work else ""
    return f"{person.name} ({place})" if place else str(person.name)

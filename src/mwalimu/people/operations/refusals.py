"""Why an operation on people was not done."""

from dataclasses import dataclass

from django.utils.translation import pgettext, pgettext_lazy

from mwalimu.people.models import Person


@dataclass(frozen=True)
class Problem:
    """What is wrong with which field, in the reader's language."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class PeopleRefused(ValueError):
    """Nothing was changed; `problems` say what is wrong and what would be right."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class NotAllowed(PeopleRefused):
    """The actor may not do that at all."""

    def __init__(self, message: str = "") -> None:
        closed = pgettext_lazy("refusal", "You may not do this.")
        super().__init__(Problem("", message or str(closed)))


def refuse(*problems: Problem | None) -> None:
    """Raise PeopleRefused if there is any problem."""
    found = [problem for problem in problems if problem]
    if found:
        raise PeopleRefused(*found)


def erased(person: Person) -> Problem | None:
    """The person was erased: nothing may be added to them."""
    if person.erased_at is None:
        return None
    return Problem(
        "person", pgettext("refusal", "This person was erased; the row is closed.")
    )

"""What goes of a person's demos when they are erased."""

from mwalimu.people.models import Person
from mwalimu.programmes.models import DemoScore, DemoSlot, PanelResult


def forget_demos(person: Person) -> None:
    """Clear titles and working notes; scores stay, and so do closed minutes as signed.

    The law: minutes are the record of a decision on public money, kept for ten years
    (docs/reference/personal-data.md).
    """
    slots = DemoSlot.objects.filter(candidate=person)
    DemoScore.objects.filter(slot__in=slots.values("pk")).update(remarks="")
    slots.update(title="")
    drafts = PanelResult.objects.filter(candidate=person, minutes__closed_at=None)
    drafts.update(remarks="")

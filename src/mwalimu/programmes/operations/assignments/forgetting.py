"""What goes of a person's work when they are erased."""

from mwalimu.people.models import Person
from mwalimu.programmes.models import Review, Submission, SubmissionFile
from mwalimu.shared.files import discard, uploads


def forget_work(person: Person) -> None:
    """Clear what they wrote and what was written of it; states and dates stay.

    A file goes from the storage too, unless somebody else handed in the same.
    """
    own = Submission.objects.filter(person=person)
    own.update(text="", link="", reason="", decided_reason="")
    Review.objects.filter(submission__in=own.values("pk")).update(remarks="")
    rows = SubmissionFile.objects.filter(submission__in=own.values("pk"))
    files = [row.file for row in rows.select_related("file")]
    rows.delete()
    for file in files:
        discard(file)
    if person.account is not None:
        uploads.forget_owner(person.account.uuid)

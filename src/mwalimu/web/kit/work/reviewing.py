"""Reviewing: the form, and what is said when a review is not taken."""

from django.contrib import messages
from django.utils.translation import pgettext

from mwalimu.programmes.models import Submission
from mwalimu.programmes.operations.assignments import WorkRefused, give_review
from mwalimu.web.kit.requests import Request, acting
from mwalimu.web.kit.work.forms import ReviewForm, say_why


def review_form(request: Request, submission: Submission) -> ReviewForm:
    """The form, with what was sent."""
    rubric = submission.assignment.criteria.all()
    return ReviewForm(request.POST or None, rubric=rubric)


def take_review(request: Request, submission: Submission, form: ReviewForm) -> bool:
    """Store the review that the form holds; whether that was done."""
    if not form.is_valid():
        return False
    try:
        give_review(
            submission,
            decision=form.cleaned_data["decision"],
            remarks=form.cleaned_data["remarks"],
            scores=form.scores,
            by=acting(request),
            at=request.at,
        )
    except WorkRefused as refused:
        say_why(form, refused)
        return False
    messages.success(request, pgettext("message", "Your review is stored. Thank you."))
    return True

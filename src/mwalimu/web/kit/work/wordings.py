"""How far a piece of work is, in the words of pages."""

from django.utils.translation import pgettext_lazy

from mwalimu.programmes.engine.progress import Progress

WORDS = {
    Progress.TO_DO: pgettext_lazy("progress of an assignment", "to do"),
    Progress.OVERDUE: pgettext_lazy("progress of an assignment", "overdue"),
    Progress.MISSED: pgettext_lazy("progress of an assignment", "not handed in"),
    Progress.HANDED_IN: pgettext_lazy("progress of an assignment", "under review"),
    Progress.DIFFER: pgettext_lazy("progress of an assignment", "assessors differ"),
    Progress.REPEAT: pgettext_lazy("progress of an assignment", "to be repeated"),
    Progress.ACCEPTED: pgettext_lazy("progress of an assignment", "accepted"),
    Progress.REJECTED: pgettext_lazy("progress of an assignment", "rejected"),
}
# That assessors differ is the team's to know: others read that a review is going on.
SEEN_OUTSIDE = WORDS | {Progress.DIFFER: WORDS[Progress.HANDED_IN]}
BADGES = {
    Progress.TO_DO: "draft",
    Progress.OVERDUE: "overdue",
    Progress.MISSED: "missed",
    Progress.HANDED_IN: "submitted",
    Progress.DIFFER: "returned",
    Progress.REPEAT: "returned",
    Progress.ACCEPTED: "verified",
    Progress.REJECTED: "missed",
}

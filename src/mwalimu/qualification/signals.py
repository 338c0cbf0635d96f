"""What `qualification` announces, inside the transaction. See docs/reference/events.md."""

from django.dispatch import Signal

award_decided = Signal()  # awards, at
award_ended = Signal()  # awards, at

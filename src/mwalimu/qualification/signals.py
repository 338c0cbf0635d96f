"""What `qualification` announces, inside the transaction. See docs/reference/events.md."""

from django.dispatch import Signal

award_decided = Signal()  # awards, at
award_ended = Signal()  # awards, at
award_changed = Signal()  # awards, at: the days on which they hold are others now

"""What `people` announces, inside the transaction. See docs/reference/events.md."""

from django.dispatch import Signal

person_erased = Signal()  # person, by, at

"""What `people` announces, inside the transaction. See docs/reference/events.md."""

from django.dispatch import Signal

person_erased = Signal()  # person, by, at
person_edited = Signal()  # person, at: another name, or other work

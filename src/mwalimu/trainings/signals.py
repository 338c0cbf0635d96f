"""What `trainings` announces, inside the transaction. See docs/reference/events.md."""

from django.dispatch import Signal

training_verified = Signal()  # trainings: the versions that are counted from now on
training_corrected = Signal()  # pairs: (previous version, version that takes over)
training_returned = Signal()  # trainings
training_voided = Signal()  # trainings: the versions that were counted until now

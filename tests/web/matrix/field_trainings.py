"""Rows of the access matrix: trainings of a Master Trainer."""

from tests.web.matrix import Row
from tests.web.matrix.desk_trainings import STEPS, a_training

TRAINER = frozenset({"kenya_trainer"})

ROWS = {
    "field:trainings": Row(TRAINER),
    "field:training_new": Row(TRAINER),
    "field:training": Row(TRAINER, a_training),
    "field:training_edit": Row(TRAINER, a_training),
    **{f"field:training_{step}": Row(TRAINER, a_training) for step in STEPS},
}

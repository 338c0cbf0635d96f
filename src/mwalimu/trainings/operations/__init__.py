"""Writing trainings: record, edit, submit, verify, return, correct, void.

A record is a working copy until it is submitted; what is verified is frozen. Everything
is checked before anything is written, and refused as a whole with all its problems.
"""

from mwalimu.trainings.operations.bulk import BatchReport, Record, record_verified_many
from mwalimu.trainings.operations.deciding import (
    return_training,
    submit_training,
    verify_training,
    void_training,
)
from mwalimu.trainings.operations.facts import (
    CountEntry,
    NamedEntry,
    NewPerson,
    TrainerEntry,
    TrainingFacts,
    facts_of,
)
from mwalimu.trainings.operations.indexing import rebuild_search
from mwalimu.trainings.operations.problems import (
    ChangedMeanwhile,
    NotAllowed,
    Problem,
    TrainingRefused,
)
from mwalimu.trainings.operations.recording import (
    drop_correction,
    edit_training,
    record_training,
    start_correction,
)
from mwalimu.trainings.operations.retention import drop_scores

__all__ = [
    "BatchReport",
    "ChangedMeanwhile",
    "CountEntry",
    "NamedEntry",
    "NewPerson",
    "NotAllowed",
    "Problem",
    "Record",
    "TrainerEntry",
    "TrainingFacts",
    "TrainingRefused",
    "drop_correction",
    "drop_scores",
    "edit_training",
    "facts_of",
    "rebuild_search",
    "record_training",
    "record_verified_many",
    "return_training",
    "start_correction",
    "submit_training",
    "verify_training",
    "void_training",
]

"""Pages on trainings, as desk and field show them: list, record, form."""

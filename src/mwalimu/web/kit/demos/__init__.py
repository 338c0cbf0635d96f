"""Demo slots: minutes and scores, the same at the desk and in the field."""

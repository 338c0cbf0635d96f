"""Demo slots of a session: planned, followed, agreed."""

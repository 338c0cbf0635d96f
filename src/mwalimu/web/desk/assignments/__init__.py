"""Assignments of a cohort: set, followed, settled."""

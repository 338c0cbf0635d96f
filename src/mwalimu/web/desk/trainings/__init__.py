"""Trainings: list, record, verify."""

"""The board of a cohort or of all: who stands where, and why."""

"""Cohorts in the workspace: overview, seats, calls."""

"""Counting without a database: contributions, cuts, suppression."""

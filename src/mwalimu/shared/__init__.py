"""A closed list of small modules that every package may use."""

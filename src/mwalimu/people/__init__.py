"""Persons, affiliations, roles, consent."""

"""Intersessional work: handing in and reviewing, the same at the desk and in the field."""

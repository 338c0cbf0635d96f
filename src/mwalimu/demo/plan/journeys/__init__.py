"""The way of every cohort: seats, who holds them, who was there on which day.

People are invented; that so many of them were in a room is what sources report. Plain
Python without a database. See docs/explanation/demo.md.
"""

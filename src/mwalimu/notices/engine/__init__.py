"""Reminders as plain Python: their kinds, what a person sees of them, and when."""

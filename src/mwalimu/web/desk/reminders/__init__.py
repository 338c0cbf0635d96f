"""Reminders: what needs me, what I put off, how often I am written to."""

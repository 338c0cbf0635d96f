"""Reminders of one person and of everybody; weekly mails; the log."""

"""Commands that print figures and trace them to their rows."""

"""The logistics board of a session: who still needs what, by when."""

"""Calls for nominations, and the names that administrations give."""

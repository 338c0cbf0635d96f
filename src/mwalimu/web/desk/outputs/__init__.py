"""What came out of a working group: issues, needs, the collective work plan."""

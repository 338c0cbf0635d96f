"""The pool for everybody: counts by region, and who shows themselves."""

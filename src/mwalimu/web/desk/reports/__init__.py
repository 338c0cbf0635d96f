"""The report of a session: what is in it, its versions, their clearance."""

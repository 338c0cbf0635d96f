"""The first page of this face."""

"""Accreditation: the pipeline board, paths, workshops, missions, types and fields."""

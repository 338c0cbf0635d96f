"""Figures, cut by two dimensions, down to their rows."""

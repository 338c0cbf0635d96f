"""Figures, as this face shows them."""

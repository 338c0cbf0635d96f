"""Figures: indicators, the cube, snapshots."""

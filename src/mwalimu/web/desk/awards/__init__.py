"""An award: its state, its history, and what changes its days."""

"""Reading question sets, and what was answered."""

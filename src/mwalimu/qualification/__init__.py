"""What follows from the facts: awards."""

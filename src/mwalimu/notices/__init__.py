"""What is due, for whom. Empty until the journey is built."""

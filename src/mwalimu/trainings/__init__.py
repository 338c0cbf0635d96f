"""What Master Trainers deliver."""

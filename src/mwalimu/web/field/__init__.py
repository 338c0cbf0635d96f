"""The face of Master Trainers, working-group members and assessors."""

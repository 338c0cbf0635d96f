"""The face of other machines."""

"""The face of the project team, the administrations and the donors."""

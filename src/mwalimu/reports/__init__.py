"""Donor, Member and programme reports. Empty until reporting is built."""

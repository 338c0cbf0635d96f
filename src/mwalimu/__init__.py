"""Mwalimu runs a Master Trainer Programme, from nomination to report."""

__version__ = "0.1.0"

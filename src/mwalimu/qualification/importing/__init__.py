"""Bringing in the standards that come with the product."""

from mwalimu.qualification.importing.standards import load_standards

__all__ = ["load_standards"]

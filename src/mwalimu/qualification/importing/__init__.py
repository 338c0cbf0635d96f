"""Bringing in the standards, types and fields of expertise that come with the product."""

from mwalimu.qualification.importing.experts import load_experts
from mwalimu.qualification.importing.standards import load_standards

__all__ = ["load_experts", "load_standards"]

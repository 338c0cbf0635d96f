"""Writing reference data."""

from mwalimu.reference.operations.load import Loaded, load_reference

__all__ = ["Loaded", "load_reference"]

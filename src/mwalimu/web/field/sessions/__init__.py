"""The sessions of one who takes part."""

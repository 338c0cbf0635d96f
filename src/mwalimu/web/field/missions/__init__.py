"""Assessing a mission on which an expert co-facilitates."""

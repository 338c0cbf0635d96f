"""Intersessional work: for WG members on the phone first, and for assessors."""

"""Deciding on WG members, what a decision stood on, and waivers."""

"""Requests, plans, missions. Empty until deployment is built."""

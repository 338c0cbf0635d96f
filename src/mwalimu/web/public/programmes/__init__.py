"""Programmes and what took place in them."""

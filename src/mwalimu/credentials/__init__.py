"""Certificates and their verification. Empty until they are built."""

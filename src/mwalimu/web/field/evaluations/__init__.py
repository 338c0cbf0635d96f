"""Answering the evaluation of a session, on the phone."""

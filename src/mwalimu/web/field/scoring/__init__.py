"""Scoring demo slots on the phone; minutes to sign; when I teach."""

"""The evaluation of a session, its results, and what was decided on them."""

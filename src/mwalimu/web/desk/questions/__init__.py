"""Forms that people answer: their editions, their questions, and a preview."""

"""Standards: their editions, the editor, and which cohort follows which."""

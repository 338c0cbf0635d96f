"""Name keys, without a database."""

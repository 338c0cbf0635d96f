"""Facts that rarely change: Members, topics, initiatives, partners, editions."""

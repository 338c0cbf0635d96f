"""The path of a WG member, and why a requirement stands as it does, in every face."""

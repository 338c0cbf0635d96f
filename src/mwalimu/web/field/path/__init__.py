"""My path: what a WG member has done, missed, and has before them."""

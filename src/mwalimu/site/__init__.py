"""Pages and news. Empty until the public site is built."""

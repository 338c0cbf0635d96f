"""PDF and Word from templates. Empty until reports are built."""

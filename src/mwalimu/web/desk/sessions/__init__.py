"""Sessions: the list, and the working pages of one."""

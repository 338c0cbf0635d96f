"""Reading what sources write about stages; plain Python."""

"""What is let go when the time to keep it is over: the rules, and applying them."""

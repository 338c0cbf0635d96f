"""Question sets and answers. Empty until forms are built."""

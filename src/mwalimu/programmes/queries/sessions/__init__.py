"""What the working pages of a session show."""

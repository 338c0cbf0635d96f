"""What the demo will hold, worked out from a fixed seed without a database."""

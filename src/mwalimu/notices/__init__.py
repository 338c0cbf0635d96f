"""What is due, expiring, below a floor or waiting, for whom; the weekly mail; the log."""

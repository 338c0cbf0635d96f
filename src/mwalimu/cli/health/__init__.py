"""What `mwalimu doctor` looks at: each check looks at one thing and says what to do."""

"""Commands for `mwalimu manage`."""

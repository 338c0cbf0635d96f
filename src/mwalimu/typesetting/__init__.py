"""PDF by Typst and Word by templates. What people typed is data, never markup."""

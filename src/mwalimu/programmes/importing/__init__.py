"""Records that come from files: dated events, and the history that is shipped."""

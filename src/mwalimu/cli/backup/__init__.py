"""Backups: one file that holds the database, the files and, if asked, the secrets."""

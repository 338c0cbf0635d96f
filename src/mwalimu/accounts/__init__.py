"""Who acts: accounts, actors, sign-in, the audit trail."""

"""People, accounts, roles, the audit trail."""

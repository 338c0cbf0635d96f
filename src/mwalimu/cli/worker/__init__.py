"""Background work: dispatches the outbox, runs tasks and periodic jobs."""

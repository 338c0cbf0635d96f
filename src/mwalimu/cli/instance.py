"""Commands that run an instance: demo, init, serve, worker, doctor, backup ..."""

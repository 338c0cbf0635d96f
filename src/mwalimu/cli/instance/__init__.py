"""Commands that run an instance: demo, init, serve, worker, doctor, backup ..."""

from mwalimu.cli.instance import (
    backup,
    demo,
    doctor,
    init,
    retention,
    serve,
    worker,
)

__all__ = ["backup", "demo", "doctor", "init", "retention", "serve", "worker"]

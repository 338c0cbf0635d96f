"""Commands that run an instance: demo, init, serve, worker, doctor, backup ..."""

from mwalimu.cli.instance import demo, init, serve, worker

__all__ = ["demo", "init", "serve", "worker"]

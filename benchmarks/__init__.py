"""What `make bench` runs: see docs/reference/bench.md."""

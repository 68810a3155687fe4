"""What `python -m tensorlite.cuda.selftest` does: a card against the CPU, and a report."""

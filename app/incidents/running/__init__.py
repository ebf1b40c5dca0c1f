"""A plan while it is worked: an append-only log, and what follows from it."""

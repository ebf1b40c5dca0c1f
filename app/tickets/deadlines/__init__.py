"""Deadlines: what is promised for each kind and class, by when it is due, what stops the clock, and who is told."""

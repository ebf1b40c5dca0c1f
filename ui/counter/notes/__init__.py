"""Notes for the counter: shown above the total, read before money is taken, added and ended by key."""

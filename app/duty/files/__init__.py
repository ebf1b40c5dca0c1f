"""Photos of rounds and hazards."""

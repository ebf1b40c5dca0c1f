"""How an incident ends: what is asked for, and the day on which it is gone over."""

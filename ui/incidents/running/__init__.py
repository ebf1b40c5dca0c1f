"""The running incident: its clocks, what must never be done, the steps, and one key for each act."""

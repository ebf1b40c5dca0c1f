"""The tab of tickets: what was reported, and what became of it."""

"""What is asked while an incident runs, and at its end; each question stays open until the office has taken it."""

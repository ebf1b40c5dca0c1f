"""Who is on duty when: turns at posts, and where the day has a hole."""

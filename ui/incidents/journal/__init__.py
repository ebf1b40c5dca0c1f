"""The home of incidents: what runs, what is to be gone over, what was."""

"""A backup in the real window: everything can be looked at, nothing written."""

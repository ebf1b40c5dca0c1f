"""The call list of the office."""

"""The organisation of the office."""

"""Tickets that turn out to be one, and are parted again."""

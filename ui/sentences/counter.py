"""Sentences of the counter room."""

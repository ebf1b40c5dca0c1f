"""Sentences of the core room."""

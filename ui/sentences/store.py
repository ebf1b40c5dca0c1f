"""Sentences of the store room."""

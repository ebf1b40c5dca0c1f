"""Sentences of the access room."""

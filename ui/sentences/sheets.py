"""Sentences of the sheets room."""

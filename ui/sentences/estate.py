"""Sentences of the estate room."""

"""Sentences of the fees room."""

"""Sentences of the paper room."""

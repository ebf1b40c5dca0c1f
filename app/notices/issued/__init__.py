"""Notices as they were issued, one after the other."""

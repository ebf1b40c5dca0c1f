"""Deposits: money held for a purpose, given back, or kept for a reason."""

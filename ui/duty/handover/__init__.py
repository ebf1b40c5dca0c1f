"""Handing over, and taking over."""

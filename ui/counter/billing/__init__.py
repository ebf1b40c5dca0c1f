"""Billing one unit and typed charges at the counter."""

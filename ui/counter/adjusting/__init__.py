"""Waivers, pauses and discounts at the counter."""

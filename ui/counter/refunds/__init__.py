"""Giving money back at the counter: what, how much, how, to whom; and the slip."""

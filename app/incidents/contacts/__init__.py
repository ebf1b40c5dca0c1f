"""Whom the office calls: the numbers behind the parties that plans name."""

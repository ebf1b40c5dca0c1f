"""Shifts of a drawer: opened, worked, closed."""

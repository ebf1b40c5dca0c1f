"""Damaged data, and what is newer than the backup."""

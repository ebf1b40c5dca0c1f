"""Backups on the screen: which there are, what is in one, the drill of the month, and putting one back."""

"""The first page: day list, what is due, and the log."""

"""One ticket whole: what the screen shows of it in one read."""

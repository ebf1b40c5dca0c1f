"""One ticket on the right: its promises, everything that happened, and who has to do with it."""

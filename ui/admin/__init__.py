"""Who may do what, what was done, and what is kept safe: the pages of whoever looks after the program."""

"""Whatever comes in from outside: typed, pasted, scanned, or lying in a file that somebody brought."""

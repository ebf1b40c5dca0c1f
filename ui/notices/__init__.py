"""The tab of notices: what hangs, what is late, what comes down, and the next one to write."""

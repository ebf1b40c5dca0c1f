"""The tab of duty: who is on duty, what is to be done, and what was written down."""

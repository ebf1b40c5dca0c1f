"""The list of deposits, and what is done with one."""

"""How the data is locked, and the recovery sheet."""

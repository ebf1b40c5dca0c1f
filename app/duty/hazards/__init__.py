"""What was found wrong, until it is put right."""

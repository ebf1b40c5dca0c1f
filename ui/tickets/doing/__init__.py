"""What is done with tickets by a key: each asked in a panel, then told, then taken back if need be."""

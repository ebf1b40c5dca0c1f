"""What whoever answers the telephone says of what runs."""

"""What is done with a ticket until it is closed, and when it comes back."""

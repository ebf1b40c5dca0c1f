"""How a ticket comes to be: reported once, with its reporters and what is like it."""

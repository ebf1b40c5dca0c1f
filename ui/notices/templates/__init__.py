"""Templates as the office words them."""

"""The shift as the cashier sees it."""

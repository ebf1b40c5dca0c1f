"""Paying ahead: periods that nothing has charged yet, charged now because somebody pays them."""

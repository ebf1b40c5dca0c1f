"""One unit's bill on the screen: its lines, the amount, the methods and the payment."""

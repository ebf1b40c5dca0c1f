"""Bills put aside while the payer looks for money, and brought back."""

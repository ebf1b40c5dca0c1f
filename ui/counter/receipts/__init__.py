"""Past receipts: looked up, printed again, voided."""

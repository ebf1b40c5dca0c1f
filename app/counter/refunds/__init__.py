"""Money given back: refunds of receipts, and payments that never arrived."""

"""Months paid ahead, and what else of the payer goes on the same receipt."""

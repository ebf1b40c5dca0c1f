"""Receipts: their numbers, their facts and their paper."""

"""The contexts of keys of this tab."""

TAB = "tickets"
LETTERS = "tickets.letters"
"""Active while the focus is in the list or in the ticket, where single letters do things."""

"""Typed text as a Chinese keyboard leaves it: full-width digits and signs stand for the plain ones."""

from __future__ import annotations

_PLAIN = str.maketrans(
    "０１２３４５６７８９．。，＋－−\u2013％￥　",
    "0123456789..,+---%¥ ",
)


def plain(text: str) -> str:
    """The text with full-width digits, dots, commas and signs made plain, without blanks."""
    return "".join(text.translate(_PLAIN).split())

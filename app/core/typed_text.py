"""Typed text as a Chinese keyboard leaves it: full-width digits and signs stand for the plain ones."""

from __future__ import annotations

MOST_SEARCHED = 200
"""Letters; a page that was pasted by mistake finds nothing anyway."""

_PLAIN = str.maketrans(
    "０１２３４５６７８９．。，＋－−\u2013％￥　",
    "0123456789..,+---%¥ ",
)


def plain(text: str) -> str:
    """The text with full-width digits, dots, commas and signs made plain, without blanks."""
    return "".join(text.translate(_PLAIN).split())


def searched(text: str) -> str:
    """What was typed into a search box: no longer than anybody means it, without half characters."""
    return storable(text[:MOST_SEARCHED])


def storable(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def tidied(text: str) -> str:
    """Likewise without zero bytes, and without blanks around it."""
    return storable(text.replace("\0", "")).strip()

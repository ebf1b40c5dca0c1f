"""A text that is kept in both languages, in the one that the person reads."""

from __future__ import annotations

from app.core.language import language


def spoken(zh: str, en: str) -> str:
    """The Chinese, or the English where the window speaks English and there is one."""
    return en if language() == "en" and en else zh

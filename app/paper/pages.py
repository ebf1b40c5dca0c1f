"""The pages of a paper, turned one after the other, each with the words that number it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from app.paper.sheet import Sheet

P = TypeVar("P")


def page_words(number: int, count: int) -> str:
    """Which page of how many; on papers of one page too."""
    return f"第 {number} 页 共 {count} 页"


def turned(sheet: Sheet, pages: Sequence[P]) -> Iterator[tuple[P, str]]:
    """Each page with its number in words, once the sheet is turned to it; a new sheet lies at the first."""
    for number, page in enumerate(pages, start=1):
        if number > 1:
            sheet.next_page()
        yield page, page_words(number, len(pages))

"""A paper to print: some pages with a number on each."""

from __future__ import annotations

from app.paper.lettering import Style
from app.paper.profiles import A5_LANDSCAPE, PaperProfile
from app.paper.sheet import Sheet


def some_paper(pages: int = 1, paper: PaperProfile = A5_LANDSCAPE) -> bytes:
    with Sheet(paper, title="收款收据", author="office") as sheet:
        for number in range(1, pages + 1):
            if number > 1:
                sheet.next_page()
            sheet.rule(20, 120, 30, 0.7)
            sheet.text(20, 60, f"第 {number} 页", Style(40, bold=True))
        return sheet.finish()

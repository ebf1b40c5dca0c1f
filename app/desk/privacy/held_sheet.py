"""What is held of a person as a workbook: only what is theirs without doubt."""

from __future__ import annotations

from app.desk.privacy.held_words import FATES, PARTS, WHATS, said
from app.desk.privacy.person_facts import Held
from app.sheets.write_list import ListPage

_HEADS = ("类别", "内容", "说明", "所属", "日期", "处理")


def held_pages(held: Held) -> list[ListPage]:
    """One page with a line for each thing."""
    rows = [(PARTS[one.part], WHATS[one.what], said(one), one.about, one.on, FATES[one.fate]) for one in held.sure]
    return [ListPage("个人信息", _HEADS, rows)]

"""The list of what is newer says incidents and cash in the words of the office, never in those of the program."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from sqlalchemy import Table

from app.core.clock import SetClock
from app.core.language import choose_language
from app.core.money import Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason, MoveKind
from app.desk.salvage.line_words import MOVES, TABLES
from app.desk.salvage.newer import LineKind, Newer, NewerLine
from app.desk.salvage.read_newer import OTHERS
from app.desk.salvage.sheet import newer_pages, rest_rows
from app.desk.salvage.to_enter_paper import OTHERS_ON_PAPER, to_enter_pdf
from app.incidents.running.asked import NewIncident
from app.store.salvage import Found, Salvage
from tests.desk.salvage.conftest import LATER, Damaged
from tests.office_builder import OfficeBuilder


@pytest.fixture
def newer(damaged: Damaged) -> Newer:
    """Somebody sat in the lift, and money went to the safe."""
    story = OfficeBuilder(damaged.folder.path, SetClock(LATER))
    incidents = story.office.incidents
    run = incidents.start(story.cashier, NewIncident("one", "lift-entrapment", "3 栋东梯"))
    incidents.tick(story.cashier, run, "calm")
    incidents.note(story.cashier, run, "电梯停在七楼")
    story.office.cash_box.move(story.cashier, MoveCash(CashReason.TO_SAFE, Money.yuan(20), "沈若兰"))
    story.office.close()
    helped = damaged.helped()
    return helped.read(helped.backups()[0])


def said(newer: Newer, kind: LineKind) -> list[str]:
    return [line.more for line in newer.of(kind)]


def test_lines_of_an_incident_and_of_cash_are_said_in_either_language(newer: Newer) -> None:
    begun, calm, note = said(newer, LineKind.INCIDENT_LINE)
    assert said(newer, LineKind.INCIDENT) == ["People trapped in a lift"]
    assert begun == "Started: 王敏 started “People trapped in a lift”, 3 栋东梯, real"
    assert calm == "Done: Ask them to stay calm, keep off the doors, not to pull or climb"
    assert note == "Written: 电梯停在七楼"
    assert said(newer, LineKind.CASH) == ["taken out 缴存保险柜 沈若兰"]
    choose_language("zh_CN")
    assert said(newer, LineKind.INCIDENT_LINE)[1:] == ["完成：请乘客别慌、离开轿门，不扒不爬", "记录：电梯停在七楼"]
    assert said(newer, LineKind.CASH) == ["取出 缴存保险柜 沈若兰"]
    assert "取出 缴存保险柜 沈若兰" in {row[7] for row in newer_pages(newer)[0].rows}


def test_the_kept_list_is_in_both_languages_and_one_of_before_as_it_was_kept(newer: Newer) -> None:
    for line in newer.lines:
        assert NewerLine.from_facts(line.to_facts()) == line
    old = newer.of(LineKind.CASH)[0].to_facts()
    del old["what_en"]
    assert NewerLine.from_facts(old).more == "取出 缴存保险柜 沈若兰"


def test_the_paper_is_chinese_whatever_the_window_speaks(damaged: Damaged, newer: Newer) -> None:
    with pypdfium2.PdfDocument(to_enter_pdf(damaged.helped().for_paper(None, newer))) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    assert "完成：请乘客别慌" in text
    assert "Done" not in text


def test_every_table_that_is_read_has_a_name(damaged: Damaged, newer: Newer, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Salvage.rows

    def broken(salvage: Salvage, table: Table, after: int = 0) -> Found:
        return replace(rows(salvage, table, after), whole=False)

    assert newer.unread == ()
    monkeypatch.setattr(Salvage, "rows", broken)
    unread = damaged.helped().read(None).unread
    assert {"receipt", "cash_move", "incident_plan", "user", "charge"} <= set(unread)
    assert set(unread) <= TABLES.keys()
    choose_language("zh_CN")
    assert ("部分损坏", "现金进出") in rest_rows(Newer((), unread=unread))
    assert not [which for _, which in rest_rows(Newer((), unread=unread)) if which.isascii()]
    assert {TABLES[table.name] for table in OTHERS} == OTHERS_ON_PAPER.keys()


def test_every_kind_of_cash_has_its_words() -> None:
    assert set(MOVES) == set(MoveKind)

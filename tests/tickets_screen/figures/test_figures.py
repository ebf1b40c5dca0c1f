"""Statistics by keys: days chosen, cuts and measures changed, chart and table alike, and handed out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.tickets.kinds import State
from app.tickets.moves.asked import MoveTo
from app.tickets.statistics.spans import Span
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.figures.conftest import OpenDesk
from tests.tickets_screen.figures.desk import Desk
from ui.printing.paper_desk import PaperPanel
from ui.tickets.figures.cuts import Cut, Measure


def test_the_month_is_counted_and_the_goal_named(desk: Desk) -> None:
    assert desk.page.period.days == (date(2026, 11, 1), date(2026, 12, 1))
    said = desk.page.whole.text()
    assert said.startswith("10 ")
    assert "goal 95 % not reached" in said
    assert desk.cells("Group") == ["repair", "complaint", "suggestion"]
    assert desk.cells("Tickets") == ["8", "1", "1"]


def test_chart_and_table_say_the_same_in_the_same_order(desk: Desk) -> None:
    assert desk.bars() == list(zip(desk.cells("Group"), desk.cells("Met"), strict=True))
    desk.press("T")
    assert desk.bars() == [("repair", "8"), ("complaint", "1"), ("suggestion", "1")]
    desk.page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [name for name, _ in desk.bars()] == desk.cells("Group")
    assert desk.bars()[-1] == ("repair", "8")


@pytest.mark.parametrize(
    ("key", "measure", "title"),
    [("D", Measure.PROMISES, "Met"), ("R", Measure.RESOLVED, "Resolved"), ("O", Measure.REOPENED, "Reopened")],
)
def test_a_letter_shows_another_share(desk: Desk, key: str, measure: Measure, title: str) -> None:
    desk.press("S", key)
    assert desk.page.measure is measure
    assert [number for _, number in desk.bars()] == desk.cells(title)


def test_only_what_has_a_goal_shows_one(desk: Desk) -> None:
    low = desk.page.chart.sizeHint().height()
    desk.press("R")
    assert desk.page.chart.accessibleName().endswith("goal 95 %")
    assert desk.page.chart.sizeHint().height() > low
    desk.press("D")
    assert "goal" not in desk.page.chart.accessibleName()


def test_every_cut_has_its_key(desk: Desk) -> None:
    seen = {}
    for at, cut in enumerate(Cut, 1):
        desk.press(f"Alt+{at}")
        assert desk.page.cut is cut
        seen[cut] = desk.cells("Group")
    assert seen[Cut.PROMISE] == ["first review", "contact with the resident", "answer", "completion"]
    assert seen[Cut.MONTH] == ["2026-11"]
    assert seen[Cut.WORKER] == ["赵师傅", "not named"]
    assert "工程部" in seen[Cut.TEAM]
    assert len(seen[Cut.BUILDING]) > 3


def test_a_promise_tells_only_how_often_it_was_kept(desk: Desk) -> None:
    desk.press("Alt+2")
    assert set(desk.cells("Tickets")) == set(desk.cells("Resolved")) == {"—"}
    assert "—" not in desk.cells("Met")[:2]


def test_the_row_that_is_looked_at_is_the_bar_that_stands_out(desk: Desk) -> None:
    desk.press("Down")
    assert desk.page.chart._current == desk.page.table.currentIndex().row() == 1
    QTest.mouseClick(desk.page.chart, Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert desk.page.table.currentIndex().row() == 0


def test_days_go_back_and_forth_by_their_own_length(desk: Desk) -> None:
    desk.press("Alt+Left")
    assert desk.page.period.days == (date(2026, 10, 1), date(2026, 11, 1))
    assert desk.page.pane.empty.isVisible()
    assert desk.bars() == []
    desk.press("Alt+Right", "Alt+Right")
    assert desk.page.period.days[0] == date(2026, 12, 1)


def test_a_usual_span_is_chosen_by_its_place(desk: Desk) -> None:
    desk.press("Alt+P", "Down", "Down", "Down", "Down")
    assert desk.page.period.days == (date(2026, 1, 1), date(2027, 1, 1))
    assert desk.page.period.last.text() == "2026-12-31"
    assert desk.page.whole.text().startswith("10 ")
    desk.press("Esc")
    assert desk.page.table.hasFocus()


def test_figures_of_days_that_nobody_asks_for_any_more_are_not_shown(desk: Desk) -> None:
    desk.page.period.span.set_value(Span.THIS_YEAR)  # counted beside the window
    desk.page.period.span.set_value(Span.LAST_MONTH)
    desk.wait()
    assert desk.page.whole.text().startswith("0")
    assert desk.page.figures is not None
    assert desk.page.figures.first == date(2026, 10, 1)


def test_any_days_are_typed_and_counted_once_the_field_is_left(desk: Desk) -> None:
    desk.page.period.first.take_caret()
    desk.keys.type("11-19")
    desk.press("Return")
    desk.keys.type("11-19")
    desk.press("Return")
    assert desk.page.table.hasFocus()
    assert desk.page.period.days == (date(2026, 11, 19), date(2026, 11, 20))
    assert desk.page.period.span.currentText() == "other days"
    assert desk.page.whole.text().startswith("3")


def test_days_that_end_before_they_begin_are_refused_in_their_place(desk: Desk) -> None:
    desk.page.period.last.take_caret()
    desk.keys.type("10-01")
    desk.press("Return")
    assert desk.page.period.last.problem == "The last day lies before the first."
    assert desk.page.period.days == (date(2026, 11, 1), date(2026, 12, 1))
    assert desk.page.period.last.hasFocus()


def test_figures_follow_what_happens_meanwhile(desk: Desk, office: OfficeBuilder, tickets: dict[str, int]) -> None:
    before = desk.page.whole.text()
    move = MoveTo(State.CANCELLED, "报错了")
    office.office.ticket_moves.move(office.cashier, tickets["1-3-204"], None, move)
    desk.window.context.changes.announce("tickets", by=None)
    assert desk.page.whole.text() != before
    assert "1 cancelled or merged" in desk.page.whole.text()


def test_the_figures_become_a_workbook(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "figures.xlsx"
    desk.answers.will_save(file)
    desk.press("Ctrl+Shift+X")
    assert desk.answers.asked[-1].endswith("Statistics of tickets 2026-11-01 – 2026-11-30.xlsx")
    book = load_workbook(file)
    assert [row[1] for row in book["Kinds"].iter_rows(min_row=2, values_only=True)] == [8, 1, 1]
    assert desk.said[-1] == f"Saved as {file}"


def test_the_report_is_shown_before_it_is_printed(desk: Desk, tmp_path: Path) -> None:
    desk.answers.will_answer(PaperPanel, answer=False)
    desk.answers.will_save(tmp_path / "report.pdf")
    desk.press("Ctrl+P")
    assert desk.answers.asked[0].startswith("工单统计报告 2026-11-01 – 2026-11-30")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "未达到" in words


def test_escape_leads_back_to_the_board(desk: Desk) -> None:
    left: list[bool] = []
    desk.page.left.connect(lambda: left.append(True))
    desk.press("Alt+P", "Esc")
    assert left == []
    desk.press("Esc")
    assert left == [True]


def test_an_office_without_tickets_shows_no_figures(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert desk.page.pane.empty.isVisible()
    assert desk.page.whole.text().split() == ["0", "—", "—", "—", "—"]

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.money import Money
from tests.keys import KeyDriver
from ui.shell.theme import Theme
from ui.widgets.columns import Column, Kind, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_delegate import text_width
from ui.widgets.sum_row import SumRow
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView


@dataclass(frozen=True)
class Owed:
    id: int
    code: str
    due: date | None
    amount: Money
    chosen: bool | None = False


ROWS = [
    Owed(1, "3-2-502", date(2026, 9, 5), Money(24000)),
    Owed(2, "3-2-501", date(2026, 8, 5), Money(73222)),
    Owed(3, "10-1-101", None, Money(100)),
]
COLUMNS = [
    Column[Owed]("", lambda row: row.chosen, Kind.CHECK),
    Column[Owed]("Unit", lambda row: row.code, sort=lambda row: [int(part) for part in row.code.split("-")]),
    Column[Owed]("Due", lambda row: row.due, Kind.DATE, dash=True),
    Column[Owed]("State", lambda row: State("due") if row.due else None, Kind.STATE),
    Column[Owed]("Amount", lambda row: row.amount, Kind.MONEY, total=True),
]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> TableView[Owed]:
    made = TableView("Owed", COLUMNS, lambda row: row.id)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_rows(ROWS)
    return made


def _codes(table: TableView[Owed]) -> list[str]:
    return [row.code for row in table.rows_model.rows]


def test_a_head_sorts_up_then_down_then_as_given(table: TableView[Owed]) -> None:
    head = table.horizontalHeader()
    seen = []
    for _ in range(3):
        head.sectionClicked.emit(1)
        seen.append(_codes(table))
    assert seen == [
        ["3-2-501", "3-2-502", "10-1-101"],
        ["10-1-101", "3-2-502", "3-2-501"],
        ["3-2-502", "3-2-501", "10-1-101"],
    ]


def test_an_empty_cell_sorts_first(table: TableView[Owed]) -> None:
    table.horizontalHeader().sectionClicked.emit(2)
    assert _codes(table) == ["10-1-101", "3-2-501", "3-2-502"]


def test_the_filter_keeps_rows_that_hold_every_word(table: TableView[Owed]) -> None:
    table.rows_model.filter_by("3-2 732")
    assert _codes(table) == ["3-2-501"]
    table.rows_model.filter_by("")
    assert len(_codes(table)) == 3


def test_the_current_row_stays_current_when_rows_are_loaded_again(table: TableView[Owed]) -> None:
    table.choose_key(2)
    table.show_rows([Owed(9, "1-1-101", None, Money(1)), *ROWS])
    current = table.current()
    assert current is not None
    assert current.id == 2


def test_the_same_rows_are_painted_anew_without_losing_the_place(table: TableView[Owed], qtbot: QtBot) -> None:
    table.choose(1)
    resets: list[bool] = []
    table.rows_model.modelReset.connect(lambda: resets.append(True))
    table.show_rows([Owed(row.id, row.code, row.due, row.amount, chosen=True) for row in ROWS])
    assert (resets, table.currentIndex().row()) == ([], 1)


def test_keys_move_open_and_toggle(table: TableView[Owed]) -> None:
    told: list[str] = []
    table.opened.connect(lambda row: told.append(f"open {row.id}"))
    table.toggled.connect(lambda row: told.append(f"toggle {row.id}"))
    table.left_at_top.connect(lambda: told.append("top"))
    table.left_at_bottom.connect(lambda: told.append("bottom"))
    keys = KeyDriver(table)
    table.setFocus()
    keys.press("Up", "Return", "Down", "Space", "End", "Return", "Down", "Home", "Space")
    assert told == ["top", "open 1", "toggle 2", "open 3", "bottom", "toggle 1"]


def test_the_row_that_the_focus_comes_to_is_chosen(table: TableView[Owed]) -> None:
    KeyDriver(table)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_the_whole_cell_of_a_check_takes_the_click(table: TableView[Owed]) -> None:
    told: list[int] = []
    table.toggled.connect(lambda row: told.append(row.id))
    KeyDriver(table)
    place = table.visualRect(table.rows_model.index(1, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(2, 2))
    assert told == [2]


def test_columns_fill_the_width_and_nothing_is_cut(table: TableView[Owed]) -> None:
    KeyDriver(table)
    widths = [table.columnWidth(at) for at in range(len(COLUMNS))]
    assert sum(widths) == table.viewport().width()
    assert all(width > 0 for width in widths)


def test_rows_grow_with_the_text(table: TableView[Owed], theme: Theme) -> None:
    KeyDriver(table)
    before = table.rowHeight(0)
    theme.scale(200)
    assert table.rowHeight(0) >= 2 * before


def test_the_sum_row_sums_what_is_shown(table: TableView[Owed], qtbot: QtBot) -> None:
    sums = SumRow(table)
    qtbot.addWidget(sums)
    assert sums.accessibleName() == "Total of 3 rows Amount 973.22"
    table.rows_model.filter_by("3-2")
    assert sums.accessibleName() == "Total of 2 rows Amount 972.22"
    table.show_rows([Owed(number, "3-2-501", None, Money(100)) for number in range(1_068)])
    assert sums.text() == "Total of 1,068 rows Amount 1,068.00"


def test_a_sum_wider_than_its_column_makes_room_for_itself(table: TableView[Owed], qtbot: QtBot) -> None:
    KeyDriver(table)
    sums = SumRow(table)
    qtbot.addWidget(sums)
    wide = "9" * 200
    at = next(at for at, column in enumerate(table.rows_model.columns) if column.title == "Amount")
    assert table.columnWidth(at) < text_width(wide)
    sums.show_sums("3 chosen", {"Amount": wide})
    assert table.columnWidth(at) >= text_width(wide)


def test_a_screen_reader_hears_column_and_value(table: TableView[Owed]) -> None:
    index = table.rows_model.index(1, 4)
    assert table.rows_model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Amount 732.22"


def test_an_empty_table_says_what_to_do_next(qtbot: QtBot, theme: Theme) -> None:
    table = TableView("Owed", COLUMNS, lambda row: row.id)
    pane = TablePane(table, EmptyState("Nothing is owed"), filter_hint="Filter", sums=True)
    qtbot.addWidget(pane)
    KeyDriver(pane)
    assert (pane.empty.isVisible(), table.isVisible()) == (True, False)
    table.show_rows(ROWS)
    assert (pane.empty.isVisible(), table.isVisible()) == (False, True)


def test_the_filter_line_drives_the_table_below_it(qtbot: QtBot, theme: Theme) -> None:
    table = TableView("Owed", COLUMNS, lambda row: row.id)
    pane = TablePane(table, EmptyState("Nothing is owed"), filter_hint="Filter")
    qtbot.addWidget(pane)
    keys = KeyDriver(pane)
    table.show_rows(ROWS)
    opened: list[int] = []
    table.opened.connect(lambda row: opened.append(row.id))
    pane.filter_box.setFocus()
    keys.type("3-2")
    keys.press("Down", "Down", "Return")
    assert opened == [2]

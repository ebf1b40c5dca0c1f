"""A table inside a question asks for its rows, and makes do with fewer where the window is low."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.columns import Column
from ui.widgets.list_table import ListTable
from ui.widgets.sizes import px


def table(qtbot: QtBot, rows: int, *, steady: bool = False) -> ListTable[int]:
    made: ListTable[int] = ListTable("Numbers", [Column("No.", str)], lambda row: row, most=5, steady=steady)
    qtbot.addWidget(made)
    made.show_rows(list(range(rows)))
    return made


@pytest.mark.parametrize(("rows", "asked", "least"), [(0, 1, 1), (1, 1, 1), (3, 3, 2), (40, 5, 2)])
def test_it_asks_for_as_many_rows_as_there_are_up_to_its_most(qtbot: QtBot, rows: int, asked: int, least: int) -> None:
    made = table(qtbot, rows)
    assert made.sizeHint().height() == made.height_of_rows(asked) + px(2)
    assert made.minimumSizeHint().height() == made.height_of_rows(least) + px(2)


def test_a_steady_one_never_asks_for_another_height(qtbot: QtBot) -> None:
    made = table(qtbot, 1, steady=True)
    before = made.sizeHint().height()
    made.show_rows(list(range(40)))
    assert made.sizeHint().height() == before == made.height_of_rows(5) + px(2)

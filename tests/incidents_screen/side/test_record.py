"""The record: newest first, one line each, thousands of them at once, each readable whole."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.language import choose_language
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.words.names import LINES
from tests.incidents_screen.lift_at_night import NOW
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from ui.incidents.side.record import Record
from ui.incidents.side.record_painter import ROW
from ui.widgets.sizes import px

_MANY = 5_000
_A_BLINK = 1.0


def test_the_newest_line_stands_at_the_top(desk: NightDesk) -> None:
    told = desk.told()
    assert told[0].startswith("19:44 Done: Ask them to stay calm")
    assert told[-1].startswith("19:41 Started: 王敏 started")


def test_a_tick_shows_at_once_as_a_line(desk: NightDesk) -> None:
    desk.press("Alt+C", "1")
    assert desk.told()[0].startswith("19:53 Called: Lift maintainer")


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_of_line_has_its_word_in_both_languages(kind: EntryKind) -> None:
    assert LINES[kind].zh
    assert LINES[kind].en


def test_the_words_follow_the_language(desk: NightDesk) -> None:
    choose_language("zh_CN")
    assert desk.told()[0].startswith("19:44 完成: 请乘客别慌") or desk.told()[0].startswith("19:44 完成：请乘客别慌")


def test_what_was_entered_later_says_so(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("19:46 guard is there")
    desk.press("Return")
    assert desk.told()[0] == "19:46 Written: guard is there (entered 19:53)"


def test_enter_reads_a_line_whole(desk: NightDesk) -> None:
    desk.record.setFocus()
    desk.press("Home")
    with desk.keys.when_asked("Escape"):
        desk.keys.press("Return")
    assert desk.keys.asked == ["19:44 Done"]


def test_five_thousand_lines_are_there_at_once(office: OfficeBuilder, desks: OpenNight) -> None:
    desk = desks(office)
    view = desk.view()
    more = tuple(
        Entry(len(view.entries) + at, EntryKind.WRITTEN, NOW + timedelta(seconds=at), NOW, "王敏", text=f"line {at}")
        for at in range(1, _MANY + 1)
    )
    record = Record()
    record.resize(412, 200)
    began = perf_counter()
    record.show_view(replace(view, entries=(*view.entries, *more)))
    record.show()
    QApplication.processEvents()
    QTest.keyClick(record, Qt.Key.Key_End)
    record.grab()
    assert record.currentIndex().row() == len(view.entries) + _MANY - 1
    assert perf_counter() - began < _A_BLINK
    assert record.sizeHintForRow(0) == px(ROW)
    record.close()


def test_new_lines_do_not_move_what_somebody_reads_further_down(desk: NightDesk) -> None:
    rows: list[tuple[int, int]] = []
    desk.record.rows.rowsInserted.connect(lambda _parent, first, last: rows.append((first, last)))
    desk.record.rows.modelReset.connect(lambda: rows.append((-1, -1)))
    desk.press("Alt+T")
    desk.keys.type("more")
    desk.press("Return")
    assert rows == [(0, 0)]

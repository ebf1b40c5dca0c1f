"""Finding somebody, and a scanner that types into whatever has the caret."""

from __future__ import annotations

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.money import Money
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.widgets.two_line_list import GroupHead, TwoLine


def scan(counter: CounterWindow, code: str, gap: float = 0.01) -> None:
    """A scanner: digits far faster than a hand, then Enter."""
    clock = counter.context.clock
    assert isinstance(clock, SetClock)
    clock.advance(seconds=1)
    for character in code:
        focused = QApplication.focusWidget()
        assert focused is not None
        clock.advance(seconds=gap)
        QTest.keyClicks(focused, character)
    focused = QApplication.focusWidget()
    assert focused is not None
    clock.advance(seconds=gap)
    QTest.keyClick(focused, Qt.Key.Key_Return)


def heads(counter: CounterWindow) -> list[str]:
    lines = counter.page.flow.search.list.lines()
    return [f"[{line.text}]" if isinstance(line, GroupHead) else line.head for line in lines]


@pytest.mark.parametrize("typed", ["3-2-501", "3 2 501", "32501", "3栋2单元501", "张建国", "zhangjianguo", "5678"])
def test_c1_c2_one_box_takes_a_room_a_name_or_a_phone_however_it_is_written(counter: CounterWindow, typed: str) -> None:
    for plain, characters in groupby(typed, key=str.isascii):
        enter = counter.keys.type if plain else counter.keys.commit
        enter("".join(characters))
    assert "3-2-501" in heads(counter)
    if typed[0] == "3":
        assert heads(counter)[0] == "3-2-501"


def test_c4_initials_find_by_reading_and_the_first_row_is_chosen(counter: CounterWindow) -> None:
    counter.keys.type("zjg")
    assert heads(counter)[:4] == ["1-1-302", "3-2-501", "5-3-1102", "[Opened this shift]"]
    assert counter.page.flow.search.words.text() == "3 hits·by pinyin initials"
    assert counter.page.flow.search.list.current().code == "1-1-302"


def test_c3_both_readings_of_a_surname_find(counter: CounterWindow) -> None:
    for initials in ("zzg", "czg"):
        counter.keys.press("F2")
        counter.keys.type(initials)
        assert heads(counter)[0] == "1-1-201"


def test_c4_nothing_found_keeps_the_text_and_says_what_was_tried(counter: CounterWindow) -> None:
    counter.keys.type("qqqq")
    counter.keys.press("Return")
    assert counter.page.flow.search.box.text() == "qqqq"
    assert (
        "Tried room, name, pinyin, phone, plate, receipt number and check value"
        in counter.page.flow.search.words.text()
    )
    assert not counter.page.flow.is_open


def test_c6_down_in_the_empty_box_walks_the_rooms_of_this_shift(counter: CounterWindow) -> None:
    counter.keys.press("Down", "Down", "Return")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.bill.unit.code == "2-1-1801"


def test_c6_a_room_opened_now_leads_the_list(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Esc", "Esc")
    lines = counter.page.flow.search.list.lines()
    assert isinstance(lines[0], GroupHead)
    assert isinstance(lines[1], TwoLine)
    assert (lines[1].head, lines[1].name) == ("3-2-501", "张建国")


def test_g8_letters_of_an_input_method_neither_search_nor_open(counter: CounterWindow) -> None:
    counter.keys.compose("zjg")
    assert heads(counter)[0] == "[Opened this shift]"
    counter.keys.press("Return", "F9", "Esc")
    assert not counter.page.flow.is_open
    counter.keys.commit("张")
    assert "3-2-501" in heads(counter)


def test_c5_a_scanned_code_leaves_the_amount_as_it_was(counter: CounterWindow, builder: OfficeBuilder) -> None:
    code = builder.office.receipts.facts(newest(builder).id).code
    open_home(counter)
    counter.keys.type("500")
    with answering(lambda: counter.keys.press("Esc")):
        scan(counter, code)
    assert counter.page.flow.search.box.text() == code
    assert counter.page.flow.search.hits[0].receipt_id == newest(builder).id
    assert counter.page.flow.desk.panel.amount.value() == Money.yuan(500)


def test_c5_a_scan_into_the_untouched_amount_keeps_it_following_the_total(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    code = builder.office.receipts.facts(newest(builder).id).code
    open_home(counter)
    with answering(lambda: counter.keys.press("Esc")):
        scan(counter, code)
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.amount is None


def test_c5_the_same_digits_typed_by_hand_are_an_amount(counter: CounterWindow, builder: OfficeBuilder) -> None:
    code = builder.office.receipts.facts(newest(builder).id).code
    open_home(counter)
    counter.keys.type(code)
    counter.keys.press("Return")
    assert counter.page.flow.desk.panel.amount.text() == code
    assert counter.page.flow.search.box.text() == "32501"


def test_c5_a_code_with_a_wrong_check_digit_is_typing(counter: CounterWindow, builder: OfficeBuilder) -> None:
    code = builder.office.receipts.facts(newest(builder).id).code
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    open_home(counter)
    scan(counter, wrong)
    assert counter.page.flow.search.box.text() == "32501"


def test_the_line_that_nothing_was_found_is_whole(counter: CounterWindow) -> None:
    counter.keys.type("9999999")
    words = counter.page.search.words
    assert words.text().startswith("Nothing found")
    assert words.height() >= words.heightForWidth(words.width())
    assert counter.page.search.list.y() >= words.geometry().bottom()


def test_a_room_that_was_found_is_not_listed_again_as_opened(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("F2")
    shown = heads(counter)
    assert shown.count("3-2-501") == 1
    assert "[Opened this shift]" in shown


def test_a_bill_without_arrears_names_no_parts_of_a_sum(counter: CounterWindow) -> None:
    counter.keys.commit("商铺07")
    counter.keys.press("Return")
    assert [name.text() for name in counter.page.flow.desk.sheet.explain._names] == ["", ""]
    counter.keys.press("F2")
    counter.keys.type("3-2-501")
    counter.keys.press("Return")
    assert [name.text() for name in counter.page.flow.desk.sheet.explain._names] == ["Principal", "Late fee"]

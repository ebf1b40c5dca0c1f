"""The counter for everybody: by the keyboard alone, read out, in large letters, on a small screen."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.access.tables import audit
from app.core.language import choose_language
from tests.accessibility import cut_texts, nameless, tab_stops
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.arrangement import Arrangement, arrangement_for
from ui.counter.notices import Notice, Press
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton

SIZES = [(1366, 620, 100), (1093, 468, 100), (1920, 1003, 100), (1366, 543, 200), (1366, 600, 125), (1366, 580, 150)]


def test_every_stop_has_a_name(counter: CounterWindow) -> None:
    assert nameless(counter.page) == []
    open_home(counter)
    assert nameless(counter.page) == []


def test_tab_walks_the_open_bill_in_reading_order(counter: CounterWindow) -> None:
    open_home(counter)
    stops = tab_stops(counter.page, counter.page.flow.search.box)
    assert stops == [
        "Search room, name, phone, plate or receipt",
        "Search results",
        "Show F3",
        "Lines of the bill",
        "Paid before",
        "How it was computed F4",
        "Choose lines ↑",
        "Months +",
        "One month less −",
        "Principal only W",
        "Waive M",
        "More Shift F1",
        "Cash F5",
        "Card F6",
        "WeChat F7",
        "Alipay Shift F7",
        "Transfer F8",
        "Cheque Shift F8",
        "Amount received (yuan)",
        "Payer",
        "Take payment and print F9",
        "Do not print Shift F9",
        "Preview Ctrl F9",
    ]


def test_tab_walks_the_empty_counter_in_reading_order(counter: CounterWindow) -> None:
    stops = tab_stops(counter.page, counter.page.flow.search.box)
    assert stops == [
        "Search room, name, phone, plate or receipt",
        "Search results",
        "Print again Ctrl R",
        "Receipts of this shift",
        "Close the shift F12",
    ]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nothing_that_a_payment_needs_is_cut(
    open_window: OpenCounter, width: int, height: int, percent: int, language: str
) -> None:
    choose_language(language)
    counter = open_window(size=(width, height), percent=percent)
    assert cut_texts(counter.page) == []
    open_home(counter)
    panel = counter.page.flow.desk.panel
    for key in ("F5", "F7"):
        counter.keys.press(key)
        assert cut_texts(counter.page) == []
        for needed in (panel.due.total, panel.amount, panel.payer, panel.outcome.figure, panel.take):
            inside = needed.mapTo(counter.page, needed.rect().bottomRight())
            assert needed.isVisible()
            assert counter.page.rect().contains(inside), needed.accessibleName()
            if isinstance(needed, BigFigure) and needed.text():
                assert needed.width() >= 0.7 * needed.sizeHint().width(), needed.accessibleName()
            assert needed.height() >= 0.86 * needed.minimumSizeHint().height(), needed.accessibleName()
    assert (
        counter.page.flow.desk.sheet.lines.table.viewport().height()
        >= counter.page.flow.desk.sheet.lines.table.rowHeight(0)
    )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_a5_an_unprinted_receipt_and_a_note_leave_two_lines_of_the_bill_in_view(
    open_window: OpenCounter, width: int, height: int, percent: int, language: str
) -> None:
    choose_language(language)
    counter = open_window(size=(width, height), percent=percent)
    open_home(counter)
    flow = counter.page.flow
    sheet, retry = flow.desk.sheet, counter.context.actions["counter.retry"]
    table = sheet.lines.table
    note = Notice("门禁卡已挂失，请业主到前台登记", Mood.WARN, "flag", "柜台备注")
    waiting = Notice("A-0012345, A-0012346, A-0012347", Mood.WARN, "printer", "Saved, not printed yet", retry)
    for notices in ((), (note,), (note, waiting)):
        for press, notice in zip((Press.UNIT_NOTE, Press.UNPRINTED), notices, strict=False):
            flow.notices.say(press, notice)
        assert table.viewport().height() >= 2 * table.rowHeight(0)
        if notices:
            assert sheet.note.isVisible()
            assert cut_texts(sheet.note) == []
            assert sheet.note.geometry().bottom() < sheet.lines.geometry().top()
            assert sheet.lines.geometry().bottom() < sheet.height()
    counter.keys.type("1000.05")
    counter.keys.press("F9")
    assert table.viewport().height() >= 2 * table.rowHeight(0)
    total = flow.desk.panel.due.total
    assert total.height() >= 0.86 * total.minimumSizeHint().height()


def test_a_refusal_is_shown_whole_beside_the_button(open_window: OpenCounter) -> None:
    for width, height, percent in SIZES:
        counter = open_window(size=(width, height), percent=percent)
        open_home(counter)
        counter.keys.type("1000.05")
        counter.keys.press("F9")
        words = counter.page.flow.desk.panel.message._words
        assert words.heightForWidth(words.width()) <= words.height() + 1, (width, height, percent)


@pytest.mark.parametrize(
    ("width", "percent", "arrangement"),
    [
        (1366, 100, Arrangement.WIDE),
        (1920, 100, Arrangement.WIDE),
        (1093, 100, Arrangement.NARROW),
        (1366, 125, Arrangement.NARROW),
        (1366, 150, Arrangement.STACKED),
        (1366, 200, Arrangement.STACKED),
        (960, 100, Arrangement.STACKED),
    ],
)
def test_the_parts_stand_as_the_room_allows(width: int, percent: int, arrangement: Arrangement) -> None:
    assert arrangement_for(width, percent) is arrangement


def test_every_button_shows_the_key_of_its_action(counter: CounterWindow) -> None:
    open_home(counter)
    bound = counter.context.actions.bound_keys()
    for button in counter.page.findChildren(KeyButton):
        if button.isVisible():
            assert button.action_shown.cap, button.text()
            assert set(button.action_shown.spec.keys) <= bound or button.action_shown.spec.context != "counter"


def test_c7_f3_shows_the_number_and_the_look_is_logged(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    header = counter.page.flow.desk.sheet.header
    assert header._phone.text() == "138****5678"
    looks = select(audit.c.subject, audit.c.by).where(audit.c.action == "unmask_phone")
    with builder.office.store.reading() as connection:
        assert connection.execute(looks).all() == []
    counter.keys.press("F3")
    assert header._phone.text() == "13800005678"
    with builder.office.store.reading() as connection:
        assert [tuple(look) for look in connection.execute(looks)] == [("张建国", builder.cashier.id)]


def test_c16_f4_explains_the_current_line(counter: CounterWindow) -> None:
    open_home(counter)
    strip = counter.page.flow.desk.sheet.explain
    assert strip._principal.text() == "89.50 ㎡ × 1.85 yuan/㎡·month × 1 month = 165.575, rounded half up to the fen"
    assert "165.58 yuan × 107 days × 0.05% a day (2026-08-05 → 2026-11-20) = 8.85853" in strip._late.text()
    with counter.keys.when_asked("Esc"):
        counter.keys.press("F4")
    assert counter.keys.asked[-1] == "How it was computed"

"""The outage desk by keys: papers before a cut, hand-written receipts after it, online payment down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.money_text import parse_money
from app.counter.books.kinds import Fate
from app.counter.methods import Method
from app.counter.outages.back_entries import Entered
from app.counter.outages.paper_files import PaperFiles
from app.store.folder import DataFolder
from tests.accessibility import cut_texts, nameless, tab_stops
from tests.closing import close_shift
from tests.counter.outages.conftest import BACK_AGAIN, CutMorning, cut_morning
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow, comes_true, open_counter
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from ui.counter.outages.back_entry_panel import BackEntryPanel
from ui.counter.outages.missing_panel import MissingPanel
from ui.shell.common_questions import ConfirmPanel
from ui.shell.question_panel import QuestionPanel

Open = Callable[[], CounterWindow]


@pytest.fixture
def cut(office_folder: DataFolder) -> Iterator[CutMorning]:
    builder = OfficeBuilder(office_folder.path, SetClock(datetime(2026, 11, 20, 8, 30)))
    made = cut_morning(builder)
    builder.clock.set(BACK_AGAIN)
    yield made
    builder.office.close()


@pytest.fixture
def counter(qapp: QApplication, cut: CutMorning) -> Iterator[CounterWindow]:
    window = open_counter(cut.builder)
    yield window
    window.close()


def panel_of(counter: CounterWindow) -> BackEntryPanel:
    shown = [one for one in counter.window.findChildren(QuestionPanel) if one.isVisible()]
    assert isinstance(shown[-1], BackEntryPanel)
    return shown[-1]


def entered(cut: CutMorning) -> dict[int, Entered]:
    return {row.number: row for row in cut.builder.office.back_entries.entered(cut.book)}


def type_paper(keys: KeyDriver, room: str, amount: str, time: str) -> None:
    """A cash paper of the usual kind: room, amount, time."""
    keys.type(room)
    keys.press("Return")
    keys.type(amount)
    keys.press("Return")
    keys.type(time)
    keys.press("F9")


@contextmanager
def answered(counter: CounterWindow, key: str) -> Iterator[None]:
    """The yes or no that comes up above the row gets this key."""
    timer = QTimer()

    def answer() -> None:
        if any(one.isVisible() for one in counter.window.findChildren(ConfirmPanel)):
            timer.stop()
            counter.keys.press(key)

    timer.timeout.connect(answer)
    timer.start(5)
    yield
    timer.stop()


def back_entry(counter: CounterWindow, *steps: Callable[[], None]) -> None:
    with answering(lambda: counter.keys.press("B"), *steps):
        counter.keys.press("Ctrl+F12")


@pytest.mark.parametrize("keeps", [False, True])
def test_both_papers_are_printed_by_one_action_and_the_roster_is_kept_only_if_somebody_says_so(
    counter: CounterWindow, cut: CutMorning, *, keeps: bool
) -> None:
    def fill_in() -> None:
        counter.keys.compose("wangmin")
        counter.keys.commit("王敏")
        counter.keys.press("Return")
        counter.keys.type("9")
        if keeps:
            counter.keys.press("Tab", "Space")
        counter.keys.press("F9")

    with answering(lambda: counter.keys.press("P"), fill_in):
        counter.keys.press("Ctrl+F12")
    assert counter.tray.gets("欠费名册 L-2026-0002", "H-000007 – H-000015")
    newest = cut.builder.office.back_entries.books()[0]
    assert (newest.holder, newest.size) == ("王敏", 9)
    files = PaperFiles(cut.builder.office.power_cuts.folder(), "L-2026-0002")
    assert files.roster.is_file() is keeps
    assert files.blanks.read_bytes().startswith(b"%PDF")
    left = [row for row in cut.builder.office.trail.newest(cut.builder.supervisor) if row.action == "save_file"]
    assert [row.subject for row in left] == [str(files.roster)] * keeps
    assert any("3 households" in said and "王敏" in said for said in counter.said)


def test_i22_a_cash_paper_takes_three_keys_besides_what_stands_on_it(counter: CounterWindow, cut: CutMorning) -> None:
    spent: list[int] = []

    def type_two() -> None:
        counter.keys.press("Return")
        type_paper(counter.keys, "31301", "300", "1020")
        before = counter.keys.count
        type_paper(counter.keys, "31702", "150", "1055")
        spent.append(counter.keys.count - before - len("317021501055"))
        counter.keys.press("Esc")

    back_entry(counter, type_two)
    rows = entered(cut)
    assert spent == [3]
    assert [(row.unit, row.amount, row.collector) for row in rows.values()] == [
        ("3-1-301", parse_money("300"), "李强"),
        ("3-1-702", parse_money("150"), "李强"),
    ]
    assert rows[2].written_at == datetime(2026, 11, 20, 10, 55)


def test_a_transfer_asks_for_its_reference(counter: CounterWindow, cut: CutMorning) -> None:
    def type_one() -> None:
        counter.keys.press("Return")
        counter.keys.type("31301")
        counter.keys.press("Return", "F8")
        counter.keys.type("88.50")
        counter.keys.press("Return")
        counter.keys.type("7731")
        counter.keys.press("Return")
        counter.keys.type("1105")
        counter.keys.press("F9", "Esc")

    back_entry(counter, type_one)
    row = entered(cut)[1]
    assert (row.method, row.reference, row.amount) == (Method.TRANSFER, "7731", parse_money("88.50"))


def test_a_skipped_number_is_seen_and_a_repeated_one_refused(counter: CounterWindow, cut: CutMorning) -> None:
    cut.enter(cut.paper(1, "3-1-301", "100"))
    told: list[str] = []

    def skip_and_repeat() -> None:
        panel = panel_of(counter)
        panel.row.number.take_caret()
        counter.keys.type("4")
        counter.keys.press("Return")
        told.append(panel.stack.left_out.text())
        panel.row.number.take_caret()
        counter.keys.type("1")
        counter.keys.press("Return")
        told.append(panel.problem.text())
        counter.keys.press("Esc")

    back_entry(counter, skip_and_repeat)
    assert "H-000002 – H-000003" in told[0]
    assert "H-000001" in told[1]
    assert "3-1-301" in told[1]


def test_the_stack_is_compared_with_the_cash_in_the_bag(counter: CounterWindow, cut: CutMorning) -> None:
    told: list[str] = []

    def compare() -> None:
        counter.keys.type("350")
        counter.keys.press("Return")
        panel = panel_of(counter)
        type_paper(counter.keys, "31301", "300", "1020")
        told.append(panel.stack.cash.text())
        type_paper(counter.keys, "31702", "50", "1030")
        told.append(panel.stack.cash.text())
        counter.keys.press("Esc")

    back_entry(counter, compare)
    assert told == ["cash ¥300.00·¥50.00 more in the bag", "cash ¥350.00·as in the bag"]


def test_a_row_that_was_being_typed_is_there_again(counter: CounterWindow, cut: CutMorning) -> None:
    def type_half() -> None:
        counter.keys.type("350")
        counter.keys.press("Return")
        counter.keys.type("31301")
        counter.keys.press("Return")
        counter.keys.type("123.40")
        counter.keys.press("Esc")

    seen: list[tuple[str, str, str, str]] = []

    def look() -> None:
        panel = panel_of(counter)
        row = panel.row
        seen.append((panel.stack.bag.text(), row.number.text(), row.room.box.text(), row.amount.text()))
        counter.keys.press("Return")
        counter.keys.type("1020")
        counter.keys.press("F9", "Esc")

    back_entry(counter, type_half)
    assert entered(cut) == {}
    back_entry(counter, look)
    assert seen == [("350.00", "H-000001", "3-1-301", "123.40")]
    assert entered(cut)[1].amount == parse_money("123.40")


def test_g9_a_held_f9_enters_one_paper(counter: CounterWindow, cut: CutMorning) -> None:
    def hold() -> None:
        counter.keys.press("Return")
        type_paper(counter.keys, "31301", "300", "1020")
        counter.keys.press("F9", "F9", "Esc")

    back_entry(counter, hold)
    assert list(entered(cut)) == [1]


def test_missing_numbers_are_named_before_the_block_is_back(counter: CounterWindow, cut: CutMorning) -> None:
    cut.enter(cut.paper(1, "3-1-301", "100"))
    cut.enter(cut.paper(4, "3-1-702", "100"))

    def name_them() -> None:
        with answering(lambda: counter.keys.press("Return")):
            counter.keys.press("S")
        counter.keys.press("F9")
        with answering(lambda: counter.keys.press("Return")):
            counter.keys.press("M")
        counter.keys.press("F9")

    back_entry(counter, lambda: counter.keys.press("F12"), name_them)
    (book,) = (row for row in cut.builder.office.books.all() if row.id == cut.book)
    assert [(fate, book.count(fate)) for fate in Fate] == [(Fate.SPOILED, 1), (Fate.MISSING, 1), (Fate.UNUSED, 2)]
    assert cut.builder.office.power_cuts.standing() == ()
    assert cut.builder.breaches() == []


def test_the_missing_panel_lists_single_numbers_between_and_one_run_after(
    counter: CounterWindow, cut: CutMorning
) -> None:
    cut.enter(cut.paper(3, "3-1-301", "100"))
    listed: list[list[str]] = []

    def look() -> None:
        (panel,) = (one for one in counter.window.findChildren(MissingPanel) if one.isVisible())
        model = panel.table.rows_model
        listed.append([model.columns[0].text_of(row) for row in model.rows])
        counter.keys.press("Esc")

    back_entry(counter, lambda: counter.keys.press("F12"), look, lambda: counter.keys.press("Esc"))
    assert listed == [["H-000001", "H-000002", "H-000004 – H-000006"]]


def test_the_counter_says_what_to_say_while_online_payment_is_down(counter: CounterWindow) -> None:
    strip = counter.page.flow.empty.note
    with answering(lambda: counter.keys.press("O")):
        counter.keys.press("Ctrl+F12")
    assert comes_true(lambda: "线上支付现在用不了" in strip.text())
    with answering(lambda: counter.keys.press("O"), lambda: counter.keys.press("Return")):
        counter.keys.press("Ctrl+F12")
    assert comes_true(lambda: "线上支付" not in strip.text())


def test_the_banner_is_there_after_a_start(cut: CutMorning, qapp: QApplication) -> None:
    cut.builder.office.online_payment.is_down(cut.builder.cashier)
    window = open_counter(cut.builder)
    assert comes_true(lambda: "线上支付现在用不了" in window.page.flow.empty.note.text())
    window.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a5_no_word_of_back_entry_is_cut_and_every_field_has_a_name(
    qapp: QApplication, cut: CutMorning, percent: int
) -> None:
    cut.enter(cut.paper(1, "3-1-301", "100"))
    window = open_counter(cut.builder, size=(1366, 697), percent=percent)
    found: list[list[str]] = []

    def look() -> None:
        panel = panel_of(window)
        found.extend((cut_texts(panel), nameless(panel)))
        window.keys.press("Return")
        window.keys.type("31")
        found.append(cut_texts(panel))
        assert panel.row.number.isVisible()
        assert panel.row.amount.isVisible()
        window.keys.press("Esc", "Esc")

    back_entry(window, look)
    window.close()
    assert found == [[], [], []]


def test_a2_tab_goes_through_the_row_in_reading_order(counter: CounterWindow) -> None:
    stops: list[str] = []

    def walk() -> None:
        panel = panel_of(counter)
        stops.extend(tab_stops(panel, panel.row.number)[:6])
        counter.keys.press("Esc")

    back_entry(counter, walk)
    assert stops == ["Number", "Room", "Amount (yuan)", "Method", "Written at", "Collected by"]


def test_the_time_of_the_paper_says_what_was_owed_then(counter: CounterWindow, cut: CutMorning) -> None:
    cut.builder.clock.set(datetime(2026, 11, 21, 9))
    told: list[str] = []

    def look() -> None:
        counter.keys.press("Return")
        counter.keys.type("31301")
        counter.keys.press("Return")
        counter.keys.type("100")
        counter.keys.press("Return")
        counter.keys.type("11-21 08:30")
        counter.keys.press("Return")
        told.append(panel_of(counter).problem.text())
        counter.keys.press("Esc")

    back_entry(counter, look)
    assert "on 2026-11-21" in told[0]


def test_cash_in_the_bag_that_cannot_be_read_says_why(counter: CounterWindow, cut: CutMorning) -> None:
    said: list[str] = []

    def mistype() -> None:
        panel = panel_of(counter)
        counter.keys.type("H-000001")
        counter.keys.press("Return")
        said.append(panel.problem.text())
        panel.stack.bag.take_caret()
        counter.keys.type("300")
        said.append(panel.problem.text())
        counter.keys.press("Esc")

    back_entry(counter, mistype)
    assert said[0]
    assert said[0] != said[1]


def test_i22_a_paper_of_an_earlier_day_is_asked_about_first(counter: CounterWindow, cut: CutMorning) -> None:
    close_shift(cut.builder.office, cut.builder.cashier)
    cut.builder.clock.set(datetime(2026, 11, 21, 9))
    cut.builder.open_shift()
    keys, said, rows = counter.keys, list[str](), list[int]()

    def type_both() -> None:
        keys.press("Return")
        type_paper(keys, "31301", "300", "11-21 08:30")
        with answered(counter, "Esc"):
            type_paper(keys, "31301", "100", "11-20 11:00")
        said.append(panel_of(counter).problem.text())
        rows.append(len(entered(cut)))
        with answered(counter, "Y"):
            keys.press("F9")
        keys.press("Esc")

    back_entry(counter, type_both)
    assert "void H-000001" in said[0]
    assert [*rows, len(entered(cut))] == [1, 2]


def test_i22_a_voided_paper_goes_in_again_from_the_same_row(counter: CounterWindow, cut: CutMorning) -> None:
    wrong = cut.enter(cut.paper(1, "3-1-301", "100"))
    cut.builder.office.receipts.void(cut.builder.cashier, wrong.receipt_id, "收错房间", copies_returned=True)
    keys = counter.keys

    def type_it() -> None:
        panel_of(counter).row.number.setFocus()
        keys.type("1")
        keys.press("Return")
        type_paper(keys, "31702", "100", "1100")
        keys.press("Esc")

    back_entry(counter, type_it)
    assert [(row.label, row.unit) for row in entered(cut).values()] == [("H-000001 → R-000001", "3-1-702")]

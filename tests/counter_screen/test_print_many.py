"""Several receipts chosen in the list and printed one after the other, shown and stoppable."""

from __future__ import annotations

from app.counter.receipts.issue_receipt import PrintState
from tests.accessibility import cut_texts, nameless
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, comes_true
from tests.counter_screen.test_payment import open_home
from tests.counter_screen.test_receipt_list import opened
from tests.office_builder import OfficeBuilder
from ui.printing.batch_panel import BatchPanel


def prints(builder: OfficeBuilder) -> list[tuple[str, int]]:
    """The newest receipts with how many copies there are of each."""
    shift = builder.office.shifts.current(builder.cashier)
    assert shift is not None
    return [(row.label, row.copies) for row in builder.office.receipts.of_shift(shift.id)[:4]]


def test_receipts_chosen_with_shift_and_arrow_print_oldest_first(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    page = opened(counter)
    counter.keys.press("Down", "Shift+Down", "Shift+Down", "Down", "Shift+Down")
    marked = {row.label for row in page.table.chosen()}
    assert marked == {"R-000009", "R-000008", "R-000006"}
    assert page._print_all.text == "Print 3 receipts"
    counter.keys.press("Ctrl+P")
    assert counter.tray.sheets == ["Receipt R-000006", "Receipt R-000008", "Receipt R-000009"]
    assert counter.said[-1] == "3 papers of 3 were printed"
    assert prints(builder) == [("R-000009", 1), ("R-000008", 1), ("R-000007", 0), ("R-000006", 1)]
    assert page.table.marked == set()
    assert page._print_all.text == "Print the chosen ones"


def test_space_chooses_in_the_list_and_without_a_choice_the_current_one_prints(counter: CounterWindow) -> None:
    page = opened(counter)
    page.table.setFocus()
    counter.keys.press("Space")
    assert [row.label for row in page.table.chosen()] == ["R-000009"]
    counter.keys.press("Space", "Down", "Ctrl+P")
    assert counter.tray.sheets == ["Receipt R-000008"]


def test_all_listed_are_chosen_by_one_key_and_left_out_by_the_same(counter: CounterWindow) -> None:
    page = opened(counter)
    counter.keys.press("Ctrl+Shift+A")
    assert len(page.table.marked) == 7
    assert cut_texts(page) == []
    assert nameless(page) == []
    counter.keys.press("Ctrl+Shift+A")
    assert page.table.marked == set()


def test_p8_a_batch_that_stops_says_why_goes_on_and_can_be_called_off(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    counter = open_window(tray=tray)
    page = opened(counter)
    counter.keys.press("Down", "Shift+Down", "Shift+Down")
    tray.missing = True

    def mend_and_stop() -> None:
        (panel,) = counter.window.findChildren(BatchPanel)
        assert comes_true(lambda: "EPSON LQ-630K is not set up" in panel.words)
        counter.keys.press("Esc")

    with answering(mend_and_stop):
        counter.keys.press("Ctrl+P")
    assert tray.sheets == []
    assert counter.said[-1] == "0 papers of 2 were printed"
    assert len(page.table.marked) == 2
    tray.missing = False
    counter.keys.press("Ctrl+P")
    assert tray.sheets == ["Receipt R-000008", "Receipt R-000009"]
    assert [copies for _, copies in prints(builder)[:2]] == [1, 1]


def test_an_original_among_them_stays_an_original(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    counter = open_window()
    open_home(counter)
    counter.keys.press("Shift+F9")
    opened(counter)
    counter.keys.press("Down", "Shift+Down", "Ctrl+P")
    assert counter.tray.gets("Receipt R-000010")
    newest = builder.office.receipts.find("R-000010")[0]
    assert (newest.original, newest.copies) == (PrintState.PRINTED, 0)

"""The till by keys alone: opened by the grid, counted blind, compared, closed, handed over; nothing needs the mouse."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from app.access.permissions import Role
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.cash.denominations import DENOMINATIONS, CashCount
from app.counter.methods import Method
from app.counter.paper_copies import Paper
from app.counter.tables import paper_print
from app.desk.day_board import Loose, LooseEnd
from app.paper.documents import DocumentKind, PrintSetup
from app.store.backup_file import Why
from tests.closing import close_shift
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, comes_true
from tests.counter_screen.drawer import count_all, count_pieces, honest_count, press
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.shifts.close_desk import FORM
from ui.counter.shifts.closed_panel import ClosedPanel
from ui.counter.shifts.compare_panel import ComparePanel
from ui.counter.shifts.count_panel import CountPanel
from ui.counter.shifts.loose_panel import LoosePanel
from ui.counter.shifts.open_loose import OpenLoose
from ui.counter.shifts.open_panel import OpenPanel
from ui.shell.question_panel import QuestionPanel
from ui.widgets.error_line import ErrorLine
from ui.widgets.text_label import TextLabel


@pytest.fixture
def tidy(builder: OfficeBuilder) -> OfficeBuilder:
    """Nothing is unfinished: every receipt is printed."""
    for row in builder.office.receipts.waiting():
        builder.office.receipts.printed(row.id, 0)
    return builder


def panel_of(counter: CounterWindow, kind: type) -> object:
    panel = counter.window.findChild(kind)
    assert isinstance(panel, kind)
    return panel


def test_s1_the_grid_opens_a_shift_and_a_difference_asks_for_its_note(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    close_shift(tidy.office, tidy.cashier, kept=Money(300_00))
    keys = counter.keys

    def count() -> None:
        count_pieces(keys, CashCount.of(Money(280_00)))
        keys.compose("suo")
        keys.commit("换过锁")
        keys.press("Return")

    with answering(press(keys, "Return"), count):
        keys.press("F12")
    shift = tidy.office.shifts.current(tidy.cashier)
    assert shift is not None
    assert shift.opening_float == Money(280_00)
    assert tidy.breaches() == []


def test_s4_the_count_is_blind_and_an_empty_field_is_not_zero(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys, seen = counter.keys, list[str]()

    def count() -> None:
        panel = panel_of(counter, CountPanel)
        assert isinstance(panel, CountPanel)
        assert all(field.text() == "" for field in panel.grid.fields.values())
        seen.extend(label.text() for label in panel.findChildren(TextLabel))
        keys.press("F9")
        assert panel.grid.fields[DENOMINATIONS[0]].hasFocus()
        keys.press("Esc")

    with answering(press(keys, "Return"), count):
        keys.press("F12")
    shift = tidy.office.shifts.current(tidy.cashier)
    assert shift is not None
    lines = tidy.office.shift_counts.expected(tidy.supervisor, shift.id)
    assert not any(show_money(line.expected) in words for line in lines for words in seen)


def test_s4_a_supervisor_can_show_what_is_expected(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys, seen = counter.keys, list[str]()
    agree = supervisor_says_yes(keys)

    def look() -> None:
        panel = panel_of(counter, CountPanel)
        assert isinstance(panel, CountPanel)
        seen.append(panel.side.words())
        keys.press("Esc")

    def agree_and_look() -> None:
        agree()
        QTimer.singleShot(0, look)

    ask = lambda: QTimer.singleShot(0, lambda: keys.press("F6"))  # noqa: E731 - one step of the story
    with answering(press(keys, "Return"), ask, agree_and_look):
        keys.press("F12")
    assert "992.20" in seen[0]


def test_s6_s7_s13_differences_stand_in_words_and_the_rest_is_handed_over(
    tidy: OfficeBuilder, open_window: OpenCounter, tray: PaperTray
) -> None:
    counter = open_window(tray=tray)
    keys, words = counter.keys, list[tuple[str, str]]()
    counted = honest_count(tidy, {Method.CASH: -Money(10), Method.WECHAT: Money(8)})

    def compare() -> None:
        panel = panel_of(counter, ComparePanel)
        assert isinstance(panel, ComparePanel)
        rows = panel.table.rows_model
        words.extend((rows.columns[-2].text_of(row), rows.columns[-1].text_of(row)) for row in rows.rows)
        keys.press("F9")
        keys.type("change")
        keys.press("Return")
        keys.type("tip")
        keys.press("Return")
        keys.type("400")
        keys.press("F9")

    def read() -> None:
        assert isinstance(panel_of(counter, ClosedPanel), ClosedPanel)
        keys.press("Return")

    with answering(press(keys, "Return"), lambda: count_all(keys, counted), compare, read):
        keys.press("F12")
    assert words == [("−0.10", "short"), ("+0.08", "surplus"), ("0.00", "agrees"), ("0.00", "agrees")]
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert [line.reason for line in facts.methods] == ["change", "tip", "", ""]
    assert (facts.cash.kept, facts.cash.handed_over) == (Money(400_00), counted.cash.amount - Money(400_00))
    assert tray.gets(f"Z report {facts.label}", f"Hand-over slip {facts.label}")
    assert [job.kind for job in counter.context.printing.jobs] == [DocumentKind.Z_REPORT, DocumentKind.SLIP]
    assert tidy.breaches() == []


def test_s3_x_in_the_menu_shows_the_shift_so_far_and_changes_nothing(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    keys, read = counter.keys, list[str]()
    before = (tidy.office.shifts.current(tidy.cashier), tidy.office.shift_reports.last_z())

    def look() -> None:
        shown = [panel for panel in counter.window.findChildren(QuestionPanel) if panel.isVisible()]
        read.extend(label.text() for panel in shown for label in panel.findChildren(TextLabel))
        keys.press("Esc")

    with answering(press(keys, "X"), look):
        keys.press("F12")
    assert any("X report, shift" in words for words in read)
    assert (tidy.office.shifts.current(tidy.cashier), tidy.office.shift_reports.last_z()) == before
    assert counter.context.printing.jobs == ()


def test_s6_one_recount_is_offered(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys = counter.keys
    wrong, right = honest_count(tidy, {Method.CASH: Money(100_00)}), honest_count(tidy)

    def second() -> None:
        keys.press("F5")
        assert counter.said[-1] == "It was counted twice; both counts are kept."
        keys.press("F9")

    steps = (press(keys, "Return"), lambda: count_all(keys, wrong), press(keys, "F5"), lambda: count_all(keys, right))
    with answering(*steps, second, press(keys, "Return")):
        keys.press("F12")
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert facts.cash.first_count == right.cash.amount + Money(100_00)
    assert facts.methods[0].difference == NOTHING


def test_s7_a_large_difference_asks_a_supervisor(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys, counted = counter.keys, honest_count(tidy, {Method.CASH: -Money(50_00)})

    def compare() -> None:
        keys.type("lost")
        keys.press("F9")

    steps = (press(keys, "Return"), lambda: count_all(keys, counted), compare, supervisor_says_yes(keys))
    with answering(*steps, press(keys, "Return")):
        keys.press("F12")
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert (facts.approver, facts.methods[0].difference) == ("沈若兰", -Money(50_00))


def test_s9_loose_ends_are_listed_and_enter_opens_one(builder: OfficeBuilder, counter: CounterWindow) -> None:
    taken = builder.pays(builder.office.estate.unit_named("3-2-501"))
    keys = counter.keys
    with answering(press(keys, "Return"), press(keys, "Return"), press(keys, "Esc")):
        keys.press("F12")
    assert keys is counter.keys
    assert [end.subject for end in builder.office.day_board.today() if end.kind == "unprinted"] == [taken.label]


def test_s9_a_parked_bill_is_carried_over_by_choice(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys = counter.keys
    open_home(counter)
    keys.type("800")
    keys.press("Esc", "Esc")
    counted = honest_count(tidy)

    def settle() -> None:
        keys.press("F9")  # refused: nothing was said of the parked bill
        keys.press("Space", "F9")

    steps = (press(keys, "Return"), settle, lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert facts.carried == 1
    assert counter.page.flow.may_restore


def test_s9_what_esc_left_is_not_called_parked_and_enter_opens_each_of_them(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    keys = counter.keys
    open_home(counter)
    keys.type("800")
    keys.press("F11")
    keys.type("5-3-1102")
    keys.press("Return")
    keys.type("70")
    keys.press("Esc")
    assert [end.kind for end in tidy.office.day_board.today() if end.subject in ("3-2-501", "5-3-1102")] == [
        Loose.PARKED,
        Loose.ASIDE,
    ]
    place = next(n for n, end in enumerate(tidy.office.day_board.today()) if end.kind is Loose.PARKED)
    with answering(press(keys, "B"), press(keys, *["Down"] * place, "Return")):
        keys.press("F12")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.bill.unit.code == "3-2-501"
    assert counter.page.flow.desk.panel.amount.text() == "800"
    assert tidy.office.parked.of(tidy.cashier) == ()


def test_what_was_left_with_esc_and_paid_all_the_same_does_not_hold_up_the_close(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    keys = counter.keys
    open_home(counter)
    keys.type("800")
    keys.press("Esc", "F2", "Return", "F9")
    QTest.qWait(50)
    assert not any(end.kind is Loose.ASIDE for end in tidy.office.day_board.today())
    assert not counter.page.flow.may_restore


def test_a_float_that_is_not_counted_through_says_what_to_type(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    close_shift(tidy.office, tidy.cashier)
    keys, said = counter.keys, list[str]()

    def forget() -> None:
        panel = panel_of(counter, OpenPanel)
        assert isinstance(panel, OpenPanel)
        keys.type("5")
        keys.press("F9")
        said.extend(label.text() for label in panel.findChildren(TextLabel) if label.isVisible())
        keys.type("0")
        said.extend(label.text() for label in panel.findChildren(TextLabel) if label.isVisible())
        keys.press("Esc")

    with answering(press(keys, "Return"), forget):
        keys.press("F12")
    assert said.count("Type 0 where there are none.") == 1


def test_s12_a_count_that_was_put_aside_is_there_again(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys, seen = counter.keys, list[str]()

    def begin() -> None:
        keys.type("7")
        keys.press("Return")
        keys.type("3")
        keys.press("Esc")

    def go_on() -> None:
        panel = panel_of(counter, CountPanel)
        assert isinstance(panel, CountPanel)
        seen.extend(field.text() for field in list(panel.grid.fields.values())[:3])
        keys.press("Esc")

    with answering(press(keys, "Return"), begin):
        keys.press("F12")
    assert tidy.office.drafts.find(tidy.cashier, FORM) is not None
    QTest.qWait(50)
    with answering(press(keys, "Return"), go_on):
        keys.press("F12")
    assert seen == ["7", "3", ""]


def test_what_another_version_left_of_a_count_keeps_no_shift_open(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    shift = tidy.office.shifts.current(tidy.cashier)
    assert shift is not None
    tidy.office.drafts.save(tidy.cashier, FORM, {"shift": shift.id, "pieces": {"gold": 3}})
    with answering(
        press(counter.keys, "Return"),
        lambda: count_all(counter.keys, honest_count(tidy)),
        press(counter.keys, "F9"),
        press(counter.keys, "Return"),
    ):
        counter.keys.press("F12")
    assert tidy.office.shifts.current(tidy.cashier) is None


def test_s5_s14_five_methods_that_agree_close_within_forty_keys_and_the_digits(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    tidy.pays(tidy.office.estate.unit_named("3-2-501"), method=Method.CARD, reference="0118")
    for row in tidy.office.receipts.waiting():
        tidy.office.receipts.printed(row.id, 0)
    counted = honest_count(tidy)
    digits = sum(len(str(counted.cash.pieces.get(piece.fen, 0))) for piece in DENOMINATIONS)
    digits += sum(len(f"{amount.fen // 100}.00") for amount in counted.totals.values())
    keys = counter.keys
    keys.count = 0
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    assert tidy.office.shifts.current(tidy.cashier) is None
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert len(facts.methods) == 5
    assert keys.count - digits <= 40


def test_s10_a_shift_that_took_nothing_is_counted_and_closed(tidy: OfficeBuilder, open_window: OpenCounter) -> None:
    close_shift(tidy.office, tidy.cashier)
    tidy.open_shift()
    counted, keys = honest_count(tidy), open_window().keys
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    assert tidy.office.shifts.current(tidy.cashier) is None
    facts = tidy.office.shift_reports.z_report(tidy.office.shift_reports.last_z())
    assert (facts.papers.receipts, facts.net, facts.cash.rounds) == ((), NOTHING, 1)
    assert tidy.breaches() == []


def test_s15_a_forgotten_shift_is_said_before_anything_is_taken(tidy: OfficeBuilder, open_window: OpenCounter) -> None:
    tidy.clock.set(datetime(2026, 11, 21, 8, 30))
    counter = open_window()
    said = [label.text() for label in counter.page.flow.shift_pane.findChildren(TextLabel)]
    assert any("Left open since 2026-11-20" in words for words in said)


def test_s16_a_backup_is_written_after_the_report_and_a_failure_loses_nothing(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    keys, counted = counter.keys, honest_count(tidy)
    tidy.office.store.folder.backups.write_bytes(b"a file stands where the folder should be")
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    assert comes_true(lambda: any("its backup failed" in said for said in counter.said))
    assert tidy.office.shifts.current(tidy.cashier) is None
    tidy.office.store.folder.backups.unlink()
    assert all(one.file is not None and one.file.exists() for one in tidy.office.backups.make(Why.SHIFT))


def copies_printed(tidy: OfficeBuilder, number: int) -> int | None:
    """The copy number of the newest print that came out; None before the first."""
    done = (paper_print.c.paper == Paper.CASH_SLIP, paper_print.c.number == number, paper_print.c.state == "printed")
    with tidy.office.store.reading() as connection:
        newest: int | None = connection.execute(select(func.max(paper_print.c.copy_no)).where(*done)).scalar_one()
    return newest


def test_c30_ctrl_k_takes_cash_out_with_a_slip(tidy: OfficeBuilder, open_window: OpenCounter, tray: PaperTray) -> None:
    counter = open_window(tray=tray)
    keys = counter.keys
    before = honest_count(tidy).cash.amount
    with answering(press(keys, *"30", "F9")):
        keys.press("Ctrl+K")
    assert honest_count(tidy).cash.amount == before - Money(30_00)
    assert tray.gets("Cash slip 2")
    assert {job.kind for job in counter.context.printing.jobs} == {DocumentKind.SLIP}
    (slip,) = tidy.office.cash_slips.listed()
    assert comes_true(lambda: copies_printed(tidy, slip.number) == 0)
    with answering(press(keys, "S"), press(keys, "Return")):
        keys.press("F12")
    assert tray.gets("Cash slip 2", "Cash slip 2")
    assert comes_true(lambda: copies_printed(tidy, slip.number) == 1)
    assert tidy.breaches() == []


def test_c30_much_cash_asks_a_supervisor(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys = counter.keys
    before = honest_count(tidy).cash.amount
    with answering(press(keys, "F6", *"600", "F9"), supervisor_says_yes(keys)):
        keys.press("Ctrl+K")
    assert honest_count(tidy).cash.amount == before + Money(600_00)


def test_c31_a_drawer_opened_for_nothing_asks_why_and_is_counted(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    keys = counter.keys
    with answering(press(keys, "F8", "F9", *"coins", "F9")):
        keys.press("Ctrl+K")
    assert "number 1 in this shift. No printer opens it" in counter.said[-1]
    counter.context.printing.use_setups(lambda: {DocumentKind.RECEIPT: PrintSetup(drawer=True)})
    with answering(press(keys, "F8", *"coins", "F9")):
        keys.press("Ctrl+K")
    assert [job.title for job in counter.context.printing.jobs] == ["Cash drawer"]
    assert counter.said[-1] == "Drawer opened without a sale: number 2 in this shift"
    shift = tidy.office.shifts.current(tidy.cashier)
    assert shift is not None
    assert tidy.office.shift_reports.x_report(tidy.supervisor, shift.id).papers.no_sales == 2


def test_s2_a_second_cashier_takes_the_drawer_over_with_a_count(tidy: OfficeBuilder, open_window: OpenCounter) -> None:
    counted = honest_count(tidy)
    tidy.office.people.add(tidy.supervisor, "何静", "quiet-garden", Role.CASHIER)
    first, tidy.cashier = tidy.cashier, tidy.office.people.named("何静")
    counter = open_window()
    keys = counter.keys
    steps = (press(keys, "Return"), press(keys, "Y"), lambda: count_all(keys, counted), press(keys, "F9"))
    with answering(*steps, supervisor_says_yes(keys), press(keys, "Return")):
        keys.press("F12")
    mine = tidy.office.shifts.current(tidy.cashier)
    assert mine is not None
    assert mine.opening_float == counted.cash.amount
    assert tidy.office.shifts.current(first) is None
    assert tidy.breaches() == []


def test_the_day_board_lists_what_is_unfinished(builder: OfficeBuilder, counter: CounterWindow) -> None:
    keys = counter.keys
    with answering(press(keys, "B"), press(keys, "Esc")):
        keys.press("F12")
    kinds = {end.kind for end in builder.office.day_board.today()}
    assert "shift" in kinds


def test_enter_on_an_outage_and_on_a_book_of_the_day_board_opens_what_they_name(
    tidy: OfficeBuilder, counter: CounterWindow
) -> None:
    tidy.office.online_payment.is_down(tidy.cashier, "网络中断")
    keys = counter.keys
    place = next(n for n, end in enumerate(tidy.office.day_board.today()) if end.kind == "outage")
    with answering(press(keys, "B"), press(keys, *["Down"] * place, "Return"), press(keys, "Esc")):
        keys.press("F12")
    opened = OpenLoose(counter.context, print, print, print, print)
    opened.open(LooseEnd(Loose.BOOK, 1, "R-", "3"))
    assert counter.page.flow.records.is_shown


def test_s2_a_total_that_cannot_be_read_is_said_in_words(tidy: OfficeBuilder, counter: CounterWindow) -> None:
    said: list[str] = []

    def look() -> None:
        panel = counter.window.findChild(CountPanel)
        assert isinstance(panel, CountPanel)
        next(iter(panel.totals.values())).take_caret()
        counter.keys.type("540.78.1")
        counter.keys.press("F9")
        line = panel.findChild(ErrorLine, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(line, ErrorLine)
        said.append(line.text())
        counter.keys.press("Esc")

    with answering(press(counter.keys, "F12"), look):
        counter.keys.press("F12")
    assert "540.78.1" in said[0]


def test_s9_what_holds_the_close_up_stands_before_what_only_waits(qapp: QApplication) -> None:
    ends = [
        LooseEnd(Loose.UNPRINTED, 1, "R-000001"),
        LooseEnd(Loose.PARKED, 2, "3-2-501"),
        LooseEnd(Loose.ASIDE, 3, "1-1-201"),
    ]
    panel = LoosePanel(ends)
    assert [end.kind for end in panel.table.rows_model.rows] == [Loose.PARKED, Loose.ASIDE, Loose.UNPRINTED]
    panel.deleteLater()


def test_s1_the_note_that_a_difference_asks_for_comes_into_view(tidy: OfficeBuilder, open_window: OpenCounter) -> None:
    """The window is as low as a small screen leaves it: the field that has the caret is seen, whatever came up."""
    close_shift(tidy.office, tidy.cashier, kept=Money(300_00))
    counter = open_window(size=(1366, 560))
    seen: list[bool] = []

    def count() -> None:
        count_pieces(counter.keys, CashCount.of(Money(280_00)))
        panel = panel_of(counter, OpenPanel)
        assert isinstance(panel, OpenPanel)
        assert panel.note.hasFocus()
        seen.append(comes_true(lambda: panel.note.visibleRegion().boundingRect() == panel.note.rect()))
        counter.keys.press("Esc")

    with answering(press(counter.keys, "Return"), count):
        counter.keys.press("F12")
    assert seen == [True]

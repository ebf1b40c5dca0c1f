"""Billing the open room alone, and asking why it has no bill: by keys, to a paid receipt."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow, comes_true
from tests.office_builder import OfficeBuilder
from ui.counter.billing.bill_unit_panel import BillUnitPanel
from ui.shell.question_panel import QuestionPanel
from ui.widgets.why_panel import WhyPanel


def open_room(counter: CounterWindow, room: str) -> None:
    counter.keys.press("F2")
    counter.keys.commit(room)
    QTest.qWait(200)
    counter.keys.press("Return")
    assert counter.page.flow.is_open


def lines(counter: CounterWindow) -> list[tuple[str, str]]:
    """Item and whether it is ticked, of every line in the bill."""
    hand = counter.page.flow.desk.hand
    assert hand is not None
    return [(f"{one.item_name} {one.first}", "x" if one.id in hand.chosen else "") for one in hand.charges]


def panel(counter: CounterWindow) -> QuestionPanel[object]:
    """The question that is up."""
    found = [one for one in counter.window.findChildren(QuestionPanel) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_room_billed_ahead_at_the_counter_is_paid_and_printed(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_room(counter, "32501")
    before = lines(counter)
    seen: list[str] = []

    def look_and_bill() -> None:
        shown = panel(counter)
        assert isinstance(shown, BillUnitPanel)
        assert shown.month.currentText() == "2026-12"
        counter.keys.press("Down")
        seen.append(shown.month.currentText())
        seen.extend(row.item.name for row in shown.table.rows_model.rows)
        counter.keys.press("Return")

    with answering(look_and_bill):
        counter.keys.press("Ctrl+B")
    assert seen == ["2027-01", "物业费", "车位费"]
    fresh = [line for line in lines(counter) if line not in before]
    assert fresh == [("物业费 2027-01-01", "x"), ("车位费 2027-01-01", "x")]
    run = builder.office.billing.runs()[0]
    assert (run.charges, run.units, run.by) == (2, 1, "王敏")
    counter.keys.press("F9")
    assert comes_true(lambda: not counter.page.flow.is_open)
    assert builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).due == ()
    assert comes_true(lambda: bool(counter.tray.sheets))
    assert builder.breaches() == []


def test_a_room_billed_by_mistake_is_undone_like_any_run(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_room(counter, "32501")
    before = lines(counter)
    with answering(lambda: counter.keys.press("Down", "Return")):
        counter.keys.press("Ctrl+B")
    builder.office.billing.undo(builder.supervisor, builder.office.billing.runs()[0].id)
    counter.context.changes.announce("fees", by=builder)
    assert lines(counter) == before
    assert builder.breaches() == []


def test_a_month_that_is_billed_already_says_so_and_writes_nothing(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_room(counter, "32501")
    runs = builder.office.billing.runs()
    said: list[str] = []

    def try_it() -> None:
        shown = panel(counter)
        assert isinstance(shown, BillUnitPanel)
        said.append(shown.skipped())
        counter.keys.press("Return", "Esc")

    with answering(try_it):
        counter.keys.press("Ctrl+B")
    assert "billed already" in said[0]
    assert builder.office.billing.runs() == runs


def test_why_there_is_no_bill_is_answered_for_each_fee_item(counter: CounterWindow) -> None:
    open_room(counter, "商铺07")
    answers: list[str] = []

    def read() -> None:
        shown = panel(counter)
        assert isinstance(shown, WhyPanel)
        answers.append(shown.text())
        counter.keys.press("Esc")

    with answering(read):
        counter.keys.press("Ctrl+W")
    assert "no tariff" in answers[0]
    assert "lay a tariff on the unit" in answers[0]


def test_the_answer_follows_the_item_and_names_the_last_billed_day(counter: CounterWindow) -> None:
    open_room(counter, "32501")
    answers: list[str] = []

    def read() -> None:
        shown = panel(counter)
        assert isinstance(shown, WhyPanel)
        for _ in range(shown.item.count()):
            answers.append(f"{shown.item.currentText()} {shown.text()}")
            counter.keys.press("Down")
        counter.keys.press("Esc")

    with answering(read):
        counter.keys.press("Ctrl+W")
    told = dict(answer.split(" ", 1) for answer in answers)
    assert "everything is billed through 2026-12-31" in told["物业费"]
    assert "the tariff ended; its last day was 2026-10-31" in told["水费"]
    assert told["公共能耗费"].startswith("no tariff")


def test_both_keys_say_to_open_a_room_first(counter: CounterWindow) -> None:
    counter.keys.press("Ctrl+B", "Ctrl+W")
    assert counter.said[-2:] == ["Open a room first: type its number, a name or a phone."] * 2

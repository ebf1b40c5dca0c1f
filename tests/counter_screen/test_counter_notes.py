"""Notes on a room that the counter must see, and everything that can be done with a bill."""

from __future__ import annotations

from datetime import timedelta

from tests.closing import close_shift
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder

NOTE = "8–11 月一次付清，不另加收"


def warn(builder: OfficeBuilder) -> None:
    home = builder.office.estate.unit_named("3-2-501")
    builder.office.unit_notes.add(builder.supervisor, home, NOTE)


def test_c33_a_note_stands_above_the_lines(counter: CounterWindow, builder: OfficeBuilder) -> None:
    warn(builder)
    open_home(counter)
    strip = counter.page.flow.desk.sheet.note
    assert strip.isVisible()
    assert NOTE in strip.text()
    assert "沈若兰" in strip.text()


def test_c33_the_first_f9_of_the_day_reads_the_note_and_the_second_takes_the_money(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    warn(builder)
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("F9")
    assert receipts(builder) == before
    assert counter.page.flow.desk.panel.message.text() == f"Read this first: “{NOTE}”. F9 again takes the payment."
    counter.keys.press("F9")
    assert receipts(builder) == before + 1


def test_c33_once_a_day_is_enough_and_the_next_day_asks_again(counter: CounterWindow, builder: OfficeBuilder) -> None:
    warn(builder)
    open_home(counter)
    counter.keys.type("100")
    counter.keys.press("F9", "F9")
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("F9")
    assert receipts(builder) == before + 1
    close_shift(builder.office, builder.cashier)
    builder.clock.set(builder.clock.now() + timedelta(days=1))
    builder.open_shift()
    home = builder.office.estate.unit_named("3-2-501")
    assert [note.read for note in builder.office.unit_notes.standing(builder.cashier, [home])] == [False]


def test_c33_a_note_is_written_and_ended_by_keys(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)

    def write() -> None:
        counter.keys.commit(NOTE)
        counter.keys.press("Return")

    with answering(write):
        counter.keys.press("Ctrl+N")
    assert NOTE in counter.page.flow.desk.sheet.note.text()
    with counter.keys.when_asked("Alt+1"):
        counter.keys.press("Ctrl+N")
    assert not counter.page.flow.desk.sheet.note.isVisible()
    home = builder.office.estate.unit_named("3-2-501")
    assert builder.office.unit_notes.standing(builder.cashier, [home]) == ()


def test_c33_whoever_wrote_the_note_has_read_it(counter: CounterWindow, builder: OfficeBuilder) -> None:
    home = builder.office.estate.unit_named("3-2-501")
    builder.office.unit_notes.add(builder.cashier, home, NOTE)
    open_home(counter)
    counter.keys.press("F9")
    assert newest(builder).unit == "3-2-501"


def test_g6_a_menu_reaches_what_has_no_button(counter: CounterWindow) -> None:
    open_home(counter)
    names = {action.spec.name for action in counter.page.flow.desk.offered}
    for wanted in ("pause", "vacant", "bill_unit", "why", "notes", "keep_change", "rest_pays_ahead"):
        assert f"counter.{wanted}" in names
    keys, asked = counter.keys, list[str]()

    def stays_open() -> None:
        asked.append("notes")
        keys.press("Esc")

    with answering(lambda: keys.press("Ctrl+N"), stays_open):
        keys.press("Shift+F1")
    assert asked == ["notes"]


def test_g6_enter_in_the_menu_does_the_line(counter: CounterWindow) -> None:
    open_home(counter)
    place = [action.spec.name for action in counter.page.flow.desk.offered].index("counter.round_off")
    with counter.keys.when_asked(*["Down"] * place, "Return"):
        counter.keys.press("Shift+F1")
    assert counter.page.flow.desk.panel.amount.text() == "732.00"

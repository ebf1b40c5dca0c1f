"""What a person does to charge for something, by keys alone: tariffs, meters, rounds, runs, and looks at the counter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.core.money import Money
from app.counter.cash.denominations import CashCount
from tests.counter_screen.answering import answering
from tests.counter_screen.drawer import count_pieces
from tests.keys import to_tab
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.first_day_screen import focused
from tests.stories.first_day_window import Program

_MOST_CHOICES = _MOST_STOPS = 60


def write_in(program: Program, field: str, text: str) -> None:
    """Go to a field by Tab, and write over what stands in it."""
    program.tab_to(field)
    program.keys.press("Ctrl+A")
    if text:
        program.write(text)
    else:
        program.keys.press("Delete")


def choose(program: Program, field: str, choice: str) -> None:
    """Go to a list of choices by Tab, and down it to the one that reads so."""
    program.tab_to(field)
    box = focused()
    assert isinstance(box, QComboBox), field
    program.keys.press("Home")
    for _ in range(_MOST_CHOICES):
        if box.currentText() == choice:
            return
        program.keys.press("Down")
    offered = [box.itemText(at) for at in range(box.count())]
    raise AssertionError(f"{field} offers {offered}, not {choice}")


def fill_in(program: Program, answers: Mapping[str, str]) -> None:
    """Answer the fields of a form by their names: a choice is chosen, a box `ticked`, anything else written."""
    for field, answer in answers.items():
        program.tab_to(field)
        if isinstance(focused(), QComboBox):
            choose(program, field, answer)
        elif isinstance(focused(), QCheckBox):
            assert answer == "ticked"
            program.keys.press("Space")
        else:
            write_in(program, field, answer)


def type_tariff(program: Program, name: str, answers: Mapping[str, str], more: Mapping[str, str] | None = None) -> None:
    """The form of a new tariff, filled but not saved; `more` are the terms that are folded away."""
    program.keys.press(to_tab("fees"), "Ctrl+N")
    fill_in(program, {"Name": name, "Valid from": "2020-01-01"} | dict(answers))
    if more:
        program.keys.press("F4")
        fill_in(program, more)


def type_tiers(program: Program, *figures: str) -> None:
    """Into the cells of the table of tiers one after the other, Enter between them."""
    for _ in range(_MOST_STOPS):
        if "tier" in focused().accessibleName().lower():
            break
        program.keys.press("Tab")
    for at, figure in enumerate(figures):
        if at:
            program.keys.press("Return")
        program.keys.type(figure)


def make_tariff(program: Program, name: str, answers: Mapping[str, str], more: Mapping[str, str] | None = None) -> None:
    type_tariff(program, name, answers, more)
    program.keys.press("F9")
    program.finish_work()
    assert f"Tariff “{name}” is saved" in program.screen()


def lay(program: Program, first: str, *rooms: str, until: str = "", terms: Mapping[str, str] | None = None) -> None:
    """Lay the tariff in hand on these rooms; `terms` are agreed with all of them in the proposal."""
    program.keys.press("Ctrl+B")
    program.tab_to("Charge from", "Shift+Tab")
    program.keys.press("Ctrl+A")
    program.write(first)
    write_in(program, "No charges from", until)
    for room in rooms:
        program.keys.press("Ctrl+F", "Ctrl+A")
        program.keys.type(room)
        program.keys.press("Alt+A")
    program.keys.press("F9")
    program.finish_work()
    if terms:
        asked(program, "Shift+F8", terms)
    program.keys.press("F9")
    program.finish_work()
    assert "more" in program.screen()


def reads_back(program: Program, answers: Mapping[str, str]) -> dict[str, str]:
    """What the form of a new version of the tariff in hand says in these fields; left with nothing changed."""
    program.keys.press("F8", "F4")
    said = {}
    for field in answers:
        program.tab_to(field)
        box = focused()
        said[field] = box.currentText() if isinstance(box, QComboBox) else str(box.property("text"))
    program.keys.press("Esc")
    return said


def preview(program: Program, through: str) -> list[dict[str, str]]:
    """The run through a month as it would be; nothing is written."""
    program.keys.press(to_tab("fees"), "Ctrl+M")
    program.finish_work()
    choose(program, "Bill through", through)
    program.finish_work()
    program.keys.press("F5")
    return [] if "To be charged 0" in program.screen() else program.table("Charges of this run")


def bill(program: Program, through: str) -> list[dict[str, str]]:
    """Look at the run through a month, and charge it; the charges as they were shown before."""
    rows = preview(program, through)
    program.keys.press("F9")
    program.finish_work()
    assert f"Billed through {through}" in program.screen()
    return rows


def explained(program: Program, unit: str) -> str:
    """How the charge of a unit comes about, as the run's preview says it; the charges must be listed."""
    rows = program.table("Charges of this run")
    at = next(at for at, row in enumerate(rows) if row["Unit"] == unit)
    program.keys.press("Home", *["Down"] * at)
    return program.screen()


def new_meter(program: Program, answers: Mapping[str, str]) -> None:
    program.keys.press(to_tab("meters"), "Ctrl+N")
    fill_in(program, answers)
    program.keys.press("F9")
    assert "is saved" in program.screen()


def read_round(program: Program, day: str, *values: str) -> None:
    """The round on a day: each value and Enter, from the first meter on."""
    program.keys.press(to_tab("meters"))
    to_the_round(program)
    program.keys.press("F8", "Ctrl+A")
    program.write(day)
    program.keys.press("Return", *["Up"] * len(values))
    for value in values:
        program.keys.type(value)
        program.keys.press("Return")


def to_the_round(program: Program) -> None:
    """Back from the page of a meter, which has the same key."""
    if "Reading round" not in program.screen():
        program.keys.press("F4")
    assert "Reading round" in program.screen()


def in_panel(program: Program, answers: Mapping[str, str]) -> Callable[[], None]:
    """What is done at a question: its fields by their names, then F9."""

    def answer() -> None:
        fill_in(program, answers)
        program.keys.press("F9")

    return answer


def asked(program: Program, key: str, answers: Mapping[str, str]) -> None:
    """Press a key, and answer the question that comes up."""
    with answering(in_panel(program, answers)):
        program.keys.press(key)


def open_the_shift(program: Program) -> None:
    """The drawer with 500 in it."""
    program.keys.press(to_tab("counter"))
    count = CashCount.of(Money.yuan(500))
    with answering(lambda: program.keys.press("Return"), lambda: count_pieces(program.keys, count)):
        program.keys.press("F12")


def pay(program: Program, method: str = "F7", reference: str = "8891") -> PrintedPaper:
    """Take what is chosen by WeChat, or in cash without a reference; the paper that is printed."""
    before = len(program.papers)
    program.keys.press(method)
    if reference:
        program.keys.type(reference)
    program.keys.press("F9")
    program.wait_until(lambda: len(program.papers) > before)
    return PrintedPaper(*program.papers[-1])


def open_at_counter(program: Program, room: str) -> list[dict[str, str]]:
    """The charges of a room as the counter lists them."""
    program.keys.press(to_tab("counter"), "F2", "Ctrl+A")
    program.write(room)
    program.wait_until(lambda: "hit" in program.screen())
    program.keys.press("Return")
    return program.table("Lines of the bill")


def adjustments(program: Program) -> list[tuple[str, str, str]]:
    """What the counter tells of the adjustments of the unit in hand."""
    told: list[tuple[str, str, str]] = []

    def read_and_go_back() -> None:
        nothing = "Nothing was waived" in program.screen()
        rows = [] if nothing else program.table("Adjustments")
        told.extend((row["What"], row["Amount"], row["Reason"]) for row in rows)
        program.keys.press("Esc")

    with answering(read_and_go_back):
        program.keys.press("Ctrl+J")
    return told

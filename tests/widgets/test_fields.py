from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.money import Money
from tests.accessibility import cut_texts, name_of, nameless, tab_stops
from tests.keys import KeyDriver
from ui.shell.actions import ActionRegistry
from ui.shell.theme import STEPS, Theme
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.search_box import SearchBox
from ui.widgets.segments import Segments
from ui.widgets.surface import column
from ui.widgets.two_line_list import GroupHead, TwoLine, TwoLineList

TODAY = date(2026, 11, 20)


def test_a_search_is_sent_for_committed_text_only(qtbot: QtBot, theme: Theme) -> None:
    box = SearchBox("Search", "Type a room")
    qtbot.addWidget(box)
    keys = KeyDriver(box)
    box.setFocus()
    typed: list[str] = []
    box.typed.connect(typed.append)
    keys.compose("zhang")
    assert typed == []
    keys.commit("张")
    keys.type("3")
    assert typed == ["张", "张3"]


def test_the_search_box_moves_and_opens_in_the_list_beside_it(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, hits = SearchBox("Search", "Type a room"), TwoLineList("Hits")
    page.setLayout(column(box, hits))
    box.moved.connect(hits.step)
    box.entered.connect(hits.open_current)
    opened: list[int] = []
    hits.opened.connect(opened.append)
    hits.show_lines([TwoLine("a", what=1), GroupHead("more"), TwoLine("b", what=2)], choose_first=True)
    keys = KeyDriver(page)
    box.setFocus()
    keys.press("Return", "Down", "Return", "Down", "Return", "Up", "Return")
    assert opened == [1, 2, 2, 1]


def test_a_date_is_moved_by_a_day_with_the_arrows(qtbot: QtBot, theme: Theme) -> None:
    field = DateField("Due", lambda: TODAY)
    qtbot.addWidget(field)
    keys = KeyDriver(field)
    field.setFocus()
    keys.press("Up", "Up", "Down", "Down", "Down")
    assert field.text() == "2026-11-18"


def test_a_date_that_is_needed_says_that_none_is_typed(qtbot: QtBot, theme: Theme) -> None:
    field = DateField("Due", lambda: TODAY, required=True)
    qtbot.addWidget(field)
    assert not field.check()
    assert field.problem == "No date is typed. Type it like 2026-11-22 or 11-22."


def test_a_form_sends_the_caret_to_its_first_bad_field(qtbot: QtBot, theme: Theme) -> None:
    form = Form()
    qtbot.addWidget(form)
    name, amount, day = LineField(), MoneyField("Amount", required=True), DateField("Due", lambda: TODAY)
    for label, field in (("Name", name), ("Amount", amount), ("Due", day)):
        form.add(label, field)
    KeyDriver(form)
    day.setText("yesterday")
    assert not form.check()
    assert amount.hasFocus()
    assert amount.problem
    assert day.problem
    amount.set_value(Money(100))
    day.set_value(TODAY)
    assert form.check()


def test_a_choice_is_taken_by_its_first_letter_and_not_by_the_wheel(qtbot: QtBot, theme: Theme) -> None:
    field = ChoiceField("Cycle", [("Month", 1), ("Quarter", 3), ("Year", 12)])
    qtbot.addWidget(field)
    keys = KeyDriver(field)
    field.setFocus()
    chosen: list[int] = []
    field.chosen.connect(chosen.append)
    keys.type("y")
    assert (field.value(), chosen) == (12, [12])
    field.offer([("Year", 12), ("Month", 1)])
    assert field.value() == 12


def test_a_box_is_ticked_by_space(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox("Print")
    qtbot.addWidget(box)
    keys = KeyDriver(box)
    box.setFocus()
    keys.press("Space")
    assert box.isChecked()


def _everything(qtbot: QtBot) -> tuple[QWidget, LineField]:
    page = QWidget()
    qtbot.addWidget(page)
    actions = ActionRegistry(page)
    first = LineField()
    form = Form()
    form.add("Payer", first)
    form.add("Received", MoneyField("Received"))
    form.add("Due", DateField("Due", lambda: TODAY))
    form.add("Method", ChoiceField("Method", [("Cash", 1)]))
    cash = actions.add("cash", "Cash", "F5", lambda: None)
    card = actions.add("card", "Card", "F6", lambda: None)
    take = actions.add("take", "Take payment and print", "F9", lambda: None)
    hits = TwoLineList("Hits")
    hits.show_lines([TwoLine("3-2-501", what=1)])
    segments = Segments("Method", [(1, cash, "banknote"), (2, card, "credit-card")], columns=2)
    page.setLayout(column(form, CheckBox("Print"), segments, KeyButton(take, Kind.PRIMARY), hits))
    return page, first


def test_every_stop_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    page, _ = _everything(qtbot)
    KeyDriver(page)
    assert nameless(page) == []
    bare = LineField(parent=page)
    bare.show()
    assert nameless(page) == ["LineField in QWidget"]


def test_tab_goes_in_reading_order_and_comes_round(qtbot: QtBot, theme: Theme) -> None:
    page, first = _everything(qtbot)
    KeyDriver(page)
    assert tab_stops(page, first) == [
        "Payer", "Received (yuan)", "Due", "Method", "Print", "Cash F5", "Card F6", "Take payment and print F9", "Hits",
    ]  # fmt: skip


def test_at_every_text_scale_no_words_are_cut(qtbot: QtBot, theme: Theme) -> None:
    page, _ = _everything(qtbot)
    KeyDriver(page)
    for percent in STEPS:
        theme.scale(percent)
        page.adjustSize()
        qtbot.wait(1)
        assert cut_texts(page) == []


def test_a_label_is_read_as_the_name_of_its_field(qtbot: QtBot, theme: Theme) -> None:
    _page, first = _everything(qtbot)
    assert name_of(first) == "Payer"


def test_a_problem_goes_as_soon_as_something_else_is_chosen_or_typed(qtbot: QtBot, theme: Theme) -> None:
    form, choice, line = Form(), ChoiceField[int]("Method", [("Cash", 1), ("Card", 2)]), LineField("Reason")
    said = [form.add("Method", choice), form.add("Reason", line)]
    qtbot.addWidget(form)
    form.show()
    form.show_problem(choice, "Choose one.")
    form.show_problem(line, "Say why.")
    assert [one.text() for one in said] == ["Choose one.", "Say why."]
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClicks(line, "x")
    assert [one.text() for one in said] == ["", ""]

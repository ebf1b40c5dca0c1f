from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.money import Money
from tests.accessibility import name_of
from tests.keys import KeyDriver
from ui.shell.theme import Theme
from ui.widgets.error_line import ErrorLine
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField


class Form(QWidget):
    def __init__(self, *, required: bool = False) -> None:
        super().__init__()
        self.amount = MoneyField("Received", required=required)
        self.error = ErrorLine(self.amount)
        self.other = LineField("Note")
        layout = QVBoxLayout(self)
        for part in (self.amount, self.error, self.other):
            layout.addWidget(part)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    made = Form()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("1862.4", 186240), ("1,862.40", 186240), ("1800+62.4", 186240), ("0", 0), ("9999999.99", 999999999)],
)
def test_an_amount_is_read_as_it_is_typed_and_shown_in_its_form(form: Form, typed: str, fen: int) -> None:
    keys = KeyDriver(form)
    form.amount.setFocus()
    keys.type(typed)
    assert form.amount.value() == Money(fen)
    keys.press("Tab")
    assert form.amount.text() == f"{fen / 100:,.2f}"


@pytest.mark.parametrize("typed", ["18.405", "12a", "-5", "99999999"])
def test_a_wrong_amount_is_told_beside_the_field_on_leaving_it(form: Form, typed: str) -> None:
    keys = KeyDriver(form)
    form.amount.setFocus()
    keys.type(typed)
    assert form.error.text() == ""
    keys.press("Tab")
    assert form.error.text() == form.amount.problem == form.amount.accessibleDescription() != ""
    assert form.amount.value() is None
    assert form.amount.text() == typed


def test_the_problem_goes_as_soon_as_it_is_mended(form: Form) -> None:
    keys = KeyDriver(form)
    form.amount.setFocus()
    keys.type("18.405")
    keys.press("Tab", "Shift+Tab", "End", "Backspace")
    assert (form.error.text(), form.amount.value()) == ("", Money(1840))


def test_an_empty_field_is_nothing_unless_an_amount_is_needed(qtbot: QtBot, theme: Theme) -> None:
    free, needed = Form(), Form(required=True)
    qtbot.addWidget(free)
    qtbot.addWidget(needed)
    assert (free.amount.check(), needed.amount.check()) == (True, False)
    assert needed.amount.problem


def test_a_key_that_brings_the_caret_selects_the_amount(form: Form) -> None:
    keys = KeyDriver(form)
    form.amount.set_value(Money(73222))
    form.other.setFocus()
    keys.press("Shift+Tab")
    keys.type("500")
    assert form.amount.text() == "500"


def test_the_field_says_its_unit(form: Form) -> None:
    assert name_of(form.amount) == "Received (yuan)"


def test_figures_stand_at_the_right(form: Form) -> None:
    assert form.amount.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_change_of_value_is_told_with_each_key(form: Form) -> None:
    told: list[object] = []
    form.amount.value_changed.connect(told.append)
    keys = KeyDriver(form)
    form.amount.setFocus()
    keys.type("1.5")
    assert told == [Money(100), Money(100), Money(150)]


def test_words_still_being_composed_are_not_read(form: Form) -> None:
    told: list[object] = []
    keys = KeyDriver(form)
    form.amount.setFocus()
    form.amount.value_changed.connect(told.append)
    keys.compose("yi")
    assert (form.amount.composing, told) == (True, [])
    keys.commit("1")
    assert told == [Money(100)]

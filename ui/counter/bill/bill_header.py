"""Whose bill is open: room, owner, states, telephone, area, price; at the right arrears and prepaid credit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.language import mark, tr, tr_n
from app.core.show import show_decimal, show_money
from app.counter.payments.bill import Bill
from app.estate.kinds import UnitState
from app.estate.unit_facts import OccupantRow
from ui.counter.bill.cap_button import CapButton
from ui.shell.actions import Action
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt, gap
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, body
from ui.widgets.unit_words import ROLES

STATES = {
    UnitState.UNSOLD: mark("unsold"),
    UnitState.NOT_HANDED_OVER: mark("not handed over"),
    UnitState.HANDED_OVER: mark("handed over"),
    UnitState.OCCUPIED: mark("moved in"),
    UnitState.VACANT: mark("vacant"),
    UnitState.LET: mark("let"),
    UnitState.RENOVATING: mark("renovating"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption and its value in the second line."""

    name: str
    value: str


def person_shown(bill: Bill) -> OccupantRow | None:
    """The first present owner, else whoever lives there."""
    present = [one for one in bill.unit.people if not one.former]
    return bill.unit.owner or (present[0] if present else None)


class BillHeader(QWidget):
    """Two lines; one line beside the search box where the window is narrow."""

    def __init__(self, unmask: Action, use_credit: Action) -> None:
        super().__init__()
        self._code = TextLabel("", Pt.CODE, bold=True)
        self._name = TextLabel("", Pt.PAGE, bold=True)
        self._role, self._state = Chip(), Chip()
        self._arrears_name = body("", Tone.INK2)
        self._arrears = body("", bold=True)
        self._credit_name = body(tr("Prepaid"), Tone.INK2)
        self._credit = body("", bold=True)
        self._phone_name = body(tr("Phone"), Tone.INK2)
        self._phone = body("")
        self._masked = ""
        self._unmask = CapButton(unmask)
        self._use_credit = CapButton(use_credit)
        self._facts = [(body("", Tone.INK2), body("")) for _ in range(3)]
        self._places = [_beside(name, value) for name, value in self._facts]
        self._narrow = False
        self._first: QHBoxLayout | None = None
        self._second: QHBoxLayout | None = None
        self._lay_out()

    def show_bill(self, bill: Bill, price: str) -> None:
        """Show whose bill this is; telephones masked."""
        person = person_shown(bill)
        self._code.show_text(bill.unit.code)
        self._name.show_text(person.name if person else tr("nobody registered"))
        self._role.show_state(tr(ROLES[person.role]) if person else "")
        self._state.show_state(tr(STATES[bill.unit.facts.state]))
        self._masked = person.phones[0] if person and person.phones else ""
        self.mask_again()
        self._show_arrears(len(bill.due))
        self._credit.show_text(show_money(bill.credit))
        self._use_credit.setVisible(bool(bill.credit))
        self._show_facts(_facts(bill, price))

    def facts(self) -> list[str]:
        """The second line's values as they are shown."""
        return [value.text() for _, value in self._facts if value.text()]

    def mask_again(self) -> None:
        """Show the telephone masked again."""
        self.show_phone(self._masked)

    def show_phone(self, number: str) -> None:
        """Show a telephone number, masked or not."""
        self._phone.show_text(number or tr("no number"))
        self._unmask.setVisible("*" in number)

    def fold(self, *, narrow: bool) -> None:
        """One line instead of two."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self._role, self._state, self._arrears_name, self._arrears, self._phone_name):
            part.setVisible(not narrow)
        self._show_what_fit_may_hide()
        self._lay_out()
        for at, (name, value) in enumerate(self._facts):
            self._show_fact(at, name, value)

    def fit(self, width: int) -> None:
        """In one line, leave out what there is no room for: first the area, then the telephone."""
        if not self._narrow:
            return
        self._show_what_fit_may_hide()
        if self._wanted() > width:
            self._places[0].setVisible(False)
        if self._wanted() > width:
            for part in (self._phone, self._unmask):
                part.setVisible(False)

    def _show_what_fit_may_hide(self) -> None:
        for part in (self._places[0], self._phone):
            part.setVisible(True)
        self._unmask.setVisible("*" in self._phone.text())

    def _wanted(self) -> int:
        for line in (self._first, self._second, self.layout()):
            assert line is not None
            line.invalidate()
        return self.sizeHint().width()

    def _show_arrears(self, lines: int) -> None:
        words = tr_n("{n} line", "{n} lines", lines).format(n=lines) if lines else tr("no arrears")
        self._arrears_name.show_text(tr("Arrears"))
        self._arrears.show_text(words, Tone.DANGER if lines else Tone.INK2)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        for at, (name, value) in enumerate(self._facts):
            fact = facts[at] if at < len(facts) else Fact("", "")
            name.show_text(fact.name)
            value.show_text(fact.value)
            self._show_fact(at, name, value)

    def _show_fact(self, at: int, name: QLabel, value: QLabel) -> None:
        value.setVisible(bool(value.text()) and not (self._narrow and at))
        name.setVisible(bool(value.text()) and not self._narrow)

    def _lay_out(self) -> None:
        for old in (self._first, self._second):
            if old is not None:
                _empty(old)
        layout = self.layout()
        if layout is None:
            layout = QVBoxLayout(self)
            self._first, self._second = row(space=10), row(space=8)
            layout.addLayout(self._first)
            layout.addLayout(self._second)
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap(4))
        assert self._first is not None
        assert self._second is not None
        _fill(self._first, self._code, self._name, self._role, self._state)
        phone = (self._phone_name, self._phone, self._unmask)
        _fill(self._first if self._narrow else self._second, *phone)
        _fill(self._first if self._narrow else self._second, *self._places)
        self._first.addStretch(1)
        self._second.addStretch(1)
        _fill(self._first, self._arrears_name, self._arrears, self._credit_name, self._credit, self._use_credit)


def _beside(name: QLabel, value: QLabel) -> QWidget:
    made = QWidget()
    made.setLayout(row(name, value, space=6, margins=(8, 0, 0, 0)))
    return made


def _fill(line: QHBoxLayout, *parts: QWidget) -> None:
    for part in parts:
        line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)


def _empty(line: QHBoxLayout) -> None:
    while line.count():
        line.takeAt(0)


def _facts(bill: Bill, price: str) -> list[Fact]:
    unit = bill.unit
    facts = []
    if unit.facts.building_area is not None:
        facts.append(Fact(tr("Area"), f"{show_decimal(unit.facts.building_area)} ㎡"))
    if price:
        facts.append(Fact(tr("Tariff"), price))
    if unit.plates:
        facts.append(Fact(tr("Plate"), unit.plates[0].number))
    return facts

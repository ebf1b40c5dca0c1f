"""The shift so far, while nothing is open: money and receipts taken, by hour, what needs a look, and the till."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import tr, tr_n
from app.core.money import total
from app.core.show import show_date, show_money
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.so_far import Named, SoFar
from ui.counter.search.hour_chart import HourChart
from ui.shell.actions import Action
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.sizes import Pt
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import body, caption, section


@dataclass(frozen=True, slots=True)
class ShownShift:
    """What the pane shows; `shift` None where none is open, `held_up` are the papers that the printer owes."""

    shift: OpenShift | None
    so_far: SoFar
    held_up: Sequence[str]
    now: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """Something that needs a look before the shift closes."""

    icon: str
    tone: Tone
    name: str
    what: str


class ShiftPane(Pane):
    """Total first; the cash alone stays hidden until it was counted."""

    def __init__(self, till: Action) -> None:
        super().__init__("canvas")
        self._open = self._lower = False
        self._shown: Sequence[Look] | None = None
        self._head = section(tr("Taken this shift"))
        self._taken = BigFigure(tr("Taken this shift"), Pt.TOTAL)
        self._words = caption("", Tone.INK2).wrap()
        self._chart = HourChart()
        self._looks = QVBoxLayout()
        self._by_hour, self._attention = QWidget(), QWidget()
        head = row(section(tr("By hour")), None, caption(tr("receipts"), Tone.INK2))
        self._by_hour.setLayout(column(Rule(), 4, head, self._chart, space=4))
        self._attention.setLayout(column(8, Rule(), 4, section(tr("Needs a look")), self._looks, space=4))
        self._note = caption(tr("Cash alone shows after the drawer was counted."), Tone.INK2).wrap()
        self._button = KeyButton(till, icon="clipboard-check")
        parts = column(self._head, self._taken, self._words, 8, self._by_hour, self._attention, None, space=2)
        parts.addWidget(self._note)
        parts.addSpacing(6)
        parts.addWidget(self._button)
        outer = column(parts, margins=(20, 16, 20, 16))
        self.setLayout(outer)

    def show_shift(self, shown: ShownShift) -> None:
        """Show the shift, or that none is open."""
        is_open = shown.shift is not None
        self._head.show_text(tr("Taken this shift") if is_open else tr("No open shift"))
        self._taken.show_amount(shown.so_far.taken)
        self._taken.setVisible(is_open)
        self._words.show_text(_words(shown))
        self._open = is_open
        self._by_hour.setVisible(is_open and not self._lower)
        self._note.setVisible(is_open)
        self._chart.show_times(shown.so_far.times, shown.now)
        self._show_looks(list(_looks(shown)))

    def fold(self, *, lower: bool) -> None:
        """Where the window is low the chart gives way."""
        self._lower = lower
        self._by_hour.setVisible(self._open and not lower)

    def _show_looks(self, looks: Sequence[Look]) -> None:
        if looks == self._shown:
            return
        self._shown = looks
        while self._looks.count():
            widget = self._looks.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for look in looks:
            line = QWidget()
            line.setLayout(row(IconLabel(look.icon, look.tone), body(look.name), None, body(look.what), space=8))
            self._looks.addWidget(line)
            self._looks.addWidget(Rule())
        self._attention.setVisible(bool(looks))


def _words(shown: ShownShift) -> str:
    if shown.shift is None:
        return tr("Open a shift before taking money: count the float, then F12.")
    if shown.shift.day != shown.now.date():
        words = tr("Left open since {day}: press F12, count it and close it before money is taken.")
        return words.format(day=show_date(shown.shift.day))
    receipts = tr_n("{n} receipt", "{n} receipts", shown.so_far.count).format(n=shown.so_far.count)
    opened = tr("opened {time}").format(time=f"{shown.shift.opened_at:%H:%M}")
    holds = tr("float {amount}").format(amount=show_money(shown.shift.opening_float))
    return f"{receipts}·{opened}·{holds}"


def _looks(shown: ShownShift) -> Iterator[Look]:
    if shown.held_up:
        papers = tr_n("{n} paper", "{n} papers", len(shown.held_up)).format(n=len(shown.held_up))
        what = shown.held_up[0] if len(shown.held_up) == 1 else papers
        yield Look("printer", Tone.WARN, tr("Papers not printed"), what)
    yield from _look("clock-3", Tone.WARN, tr("To be checked"), shown.so_far.to_check)
    yield from _look("ban", Tone.INK2, tr("Voided"), shown.so_far.voided)
    if shown.so_far.copies:
        yield Look("copy", Tone.INK2, tr("Copies printed"), str(shown.so_far.copies))


def _look(icon: str, tone: Tone, name: str, rows: Sequence[Named]) -> Iterator[Look]:
    if len(rows) == 1:
        yield Look(icon, tone, name, f"{rows[0].label}·{show_money(rows[0].amount)}")
    elif rows:
        amount = total(one.amount for one in rows)
        words = tr_n("{n} receipt", "{n} receipts", len(rows)).format(n=len(rows))
        yield Look(icon, tone, name, f"{words}·{show_money(amount)}")

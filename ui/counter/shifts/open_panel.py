"""Opening a shift: the drawer, the float counted by its pieces, what the last close kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money, show_time
from app.counter.cash.denominations import CashCount
from app.counter.shifts.shift_float import LastClose
from ui.counter.cash.cash_grid import CashGrid
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class Opening:
    """What was counted, where, and why it differs from the last close."""

    drawer: str
    count: CashCount
    note: str


class OpenPanel(QuestionPanel[Opening]):
    """Enter walks down the grid; F9, or Enter in the last field, opens."""

    most = (640, 690)

    def __init__(
        self,
        cashier: str,
        drawers: Sequence[str],
        pieces: Sequence[Money],
        last_of: Callable[[str], LastClose | None],
    ) -> None:
        super().__init__(tr("Open a shift"), width=560)
        self._last_of = last_of
        self._last: LastClose | None = None
        self.drawer = ChoiceField(tr("Drawer"), [(name, name) for name in drawers])
        self.grid = CashGrid(pieces, dense=True)
        self.note = LineField(tr("Why the float differs"))
        self._left = body("", Tone.INK2).wrap()
        self._differs = NoteStrip(folds=True)
        self._form = Form()
        self._form.add(tr("Drawer"), self.drawer)
        self._form.show_row(self.drawer, shown=len(drawers) > 1)
        self._note_form = Form()
        self._note_form.add(tr("Why the float differs"), self.note)
        words = tr("{cashier} takes money from now on.").format(cashier=cashier)
        parts = (body(words, Tone.INK2).wrap(), self._form, self._left, self.grid, self._differs, self._note_form)
        self.body.addWidget(Scrolling(column(*parts, space=6)), 1)
        self.drawer.chosen.connect(lambda _drawer: self._on_drawer())
        self.grid.changed.connect(self._show_difference)
        self.setFocusProxy(self.grid.fields[self.grid.pieces[0]])
        self._on_drawer()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        actions.add(f"{self.context}.step", tr("Next field"), "Return", self._on_step, context=self.context)
        self.add_button(actions, "open", tr("Open the shift"), ("F9", "F12"), self._on_open, Kind.PRIMARY)

    @property
    def difference(self) -> Money | None:
        """By how much the float differs from what the last close kept; None where nothing was kept on record."""
        if self._last is None or self._last.kept is None:
            return None
        return self.grid.count().amount - self._last.kept

    def _on_step(self) -> None:
        if not self.grid.step():
            if self.note.isVisible() and not self.note.hasFocus() and not self.note.text().strip():
                self.note.take_caret()
            else:
                self._on_open()

    def _on_open(self) -> None:
        missing = self.grid.missing()
        if not self.grid.check():
            return
        if missing:
            field = self.grid.fields[missing[0]]
            field.show_problem(tr("Type 0 where there are none."))
            field.take_caret()
            return
        if self.difference and not self.note.text().strip():
            self.note.show_problem(tr("Write why the float differs from the last close."))
            self.note.take_caret()
            return
        self.answer(Opening(self.drawer.value() or "", self.grid.count(), self.note.text().strip()))

    def _on_drawer(self) -> None:
        self._last = self._last_of(self.drawer.value() or "")
        self._left.show_text(_left_by(self._last))
        self._show_difference()

    def _show_difference(self) -> None:
        difference = self.difference if not self.grid.missing() else None
        self._note_form.setVisible(bool(difference))
        if not difference:
            self._differs.clear()
            return
        more = difference > Money(0)
        words = tr("{amount} more than the last close kept") if more else tr("{amount} less than the last close kept")
        self._differs.say(words.format(amount=show_money(abs(difference))), Mood.WARN, icon="triangle-alert")


def _left_by(last: LastClose | None) -> str:
    if last is None:
        return tr("This is the first shift of the drawer.")
    when, cashier = show_time(last.closed_at), last.cashier
    if last.kept is None:
        words = tr("The last close ({cashier}, {time}) counted {cash} in cash, handing over included.")
        return words.format(cashier=cashier, time=when, cash=show_money(last.counted))
    words = tr("The last close ({cashier}, {time}) kept {cash} in the drawer.")
    return words.format(cashier=cashier, time=when, cash=show_money(last.kept))

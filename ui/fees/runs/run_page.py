"""A billing run that was made: what it wrote, who made it, and how it is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.ids import UnitId
from app.core.language import tr
from app.core.show import show_money, show_time
from app.fees.billing import RunRow
from app.fees.run_charges import RunCharge
from ui.fees.facts_grid import FactsGrid
from ui.fees.filter_box import filter_of
from ui.fees.list_lines import run_month
from ui.fees.long_read import LongRead
from ui.fees.run_undoing import RunUndoing, UndoQuestion
from ui.fees.runs.run_charge_table import RunChargeTable, charge_lines, lines_of_items
from ui.fees.runs.run_tables import ItemTable
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import Fact, charges_words, units_words
from ui.fees.unit_book import LARGE, UnitBook
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import TextLabel, body, section

KEYS = "fees.old_run"


class RunPage(SubPage):
    """`undone` comes once a run was taken back."""

    undone = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Billing run"))
        self._run: RunRow | None = None
        self._book = book
        self._reading, self.undoing = LongRead(context, self), RunUndoing(context, self)
        self._undo = context.actions.add(
            "fees.undo", tr("Undo this run"), "Ctrl+U", self._on_undo, context=KEYS, commits=True
        )
        context.actions.add("fees.filter_run", tr("Filter the rows"), "Ctrl+F", self._on_filter, context=KEYS)
        context.actions.add("fees.sort_run", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)
        self._title = TextLabel("", Pt.CODE, Tone.INK, bold=True)
        self._state = Chip()
        self._amount = BigFigure(tr("All charges of this run"), Pt.TOTAL)
        self._count = body("", Tone.INK2)
        self._facts = FactsGrid()
        self.items = ItemTable()
        self.bills = RunChargeTable()
        self.items.hide_column("", hidden=True)
        self.items.show_change(shown=False)
        self.strip = NoteStrip()
        self._lay_out()
        self.undoing.busy_changed.connect(self._settle)
        self.undoing.refused.connect(lambda words: self.strip.say(words, Mood.DANGER))
        context.layout.changed.connect(self._on_room_changed)
        self._on_room_changed(context.layout.room)

    def show_run(self, run: RunRow) -> None:
        """Show a run and, as soon as they are read, its charges as they stand now."""
        self._run = run
        undone = run.undone_at is not None
        self._title.show_text(tr("Billing through {month}").format(month=run_month(run)))
        self._state.show_state(
            *((tr("undone"), Mood.MUTE, "undo-2") if undone else (tr("written"), Mood.OK, "circle-check"))
        )
        self._amount.show_amount(run.amount, tone=Tone.INK3 if undone else Tone.INK)
        self._count.show_text(f"{charges_words(run.charges)} · {units_words(run.units)}")
        self._facts.show_facts(self._facts_of(run))
        self.strip.clear()
        self._read_charges(run)
        self._settle()

    def _facts_of(self, run: RunRow) -> list[Fact]:
        facts = [Fact(tr("Made"), f"{show_time(run.at)} · {run.by}")]
        if run.undone_at is not None:
            facts.append(Fact(tr("Undone"), show_time(run.undone_at)))
        return facts

    def _read_charges(self, run: RunRow) -> None:
        self._show_charges(())
        charges, book = self.context.office.run_charges, self._book
        self._reading.ask(
            tr("Charges of the billing run"),
            lambda: (charges.of(run.id), book.people()),
            lambda found: self._show_charges(*found),
            lambda error: self.strip.say(say(error), Mood.DANGER),
            long=run.charges > LARGE,
        )

    def _show_charges(self, charges: Sequence[RunCharge], people: Mapping[UnitId, str] | None = None) -> None:
        self.items.show_rows(lines_of_items(charges))
        self.bills.show_rows(charge_lines(charges, people or {}))
        self._below.setVisible(bool(charges))

    def _lay_out(self) -> None:
        self._button = KeyButton(self._undo, Kind.DANGER, icon="undo-2")
        head = row(self._title, self._state, None, self._button, space=12)
        figures = column(self._amount, self._count, 4, self._facts, None, space=6)
        top = column(head, figures, space=8, margins=(24, 16, 24, 12))
        bills = TablePane(self.bills, EmptyState(tr("No charges")), filter_cap="Ctrl F", sums=True)
        self._filter = filter_of(bills, tr("Room, name or item"))
        title = row(section(tr("Charges of this run")), None, self._filter, margins=(8, 0, 8, 0))
        self._below = QWidget()
        self._below.setLayout(column(self.items, 4, title, Shelf(bills, least=160), space=4, margins=(16, 4, 16, 0)))
        inside = column(top, Rule(), space=0)
        inside.addWidget(self._below, 1)
        inside.addStretch(0)
        self.setLayout(column(Scrolling(inside), row(self.strip, margins=(24, 8, 24, 12)), space=0))

    def take_focus(self) -> None:
        (self.bills if self.bills.isVisible() else self._button).setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        filtered = bool(self._filter.text())
        self._filter.clear()
        return filtered

    def _on_room_changed(self, room: Room) -> None:
        self.items.fold(narrow=room is Room.SMALL)
        self.bills.fold(narrow=room is Room.SMALL)

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self.bills))

    def _on_filter(self) -> None:
        self._filter.take_caret()

    def _settle(self) -> None:
        """The step that takes back stands ready only while it would do something."""
        if self.undoing.is_busy:
            self._undo.turn_off(tr("A run is being taken back; the status line shows how far."))
        elif self._run is not None and self._run.undone_at is not None:
            self._undo.turn_off(tr("This run was undone already."))
        else:
            self._undo.turn_on()

    def _on_undo(self) -> None:
        run = self._run
        if run is None:
            return
        self.strip.clear()
        facts = {"month": run_month(run), "charges": charges_words(run.charges), "amount": show_money(run.amount)}
        text = tr("{charges} with {amount} yuan are undone; every balance is as before the run.")
        question = UndoQuestion(
            run.id,
            run.amount,
            tr("Undo billing through {month}").format(**facts),
            text.format(**facts),
            tr("Keep the run"),
            tr("Undoing the billing through {month}").format(**facts),
        )
        self.undoing.ask(question, lambda undone: self._on_undone(run, undone))

    def _on_undone(self, run: RunRow, charges: int) -> None:
        self.context.messages.done(
            tr("Undone: {charges} of {month}, {amount} yuan").format(
                charges=charges_words(charges), month=run_month(run), amount=show_money(run.amount)
            )
        )
        self.undone.emit(run.id)

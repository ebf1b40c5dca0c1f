"""Two steps in one place: the choice of units, then what it would lead to; one key goes on, Esc goes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from app.estate.unit_facts import UnitRow
from ui.fees.long_read import LongRead
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import units_words
from ui.fees.unit_book import LARGE, UnitBook
from ui.fees.unit_choice import UnitChoice
from ui.shell.context import Context
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

T = TypeVar("T")
_LEAST = 300


class Proposal(Protocol):
    """What stands in the second step: a list of what would be written, and words about it."""

    @property
    def pane(self) -> TablePane[Any]:
        """The list with its filter."""

    @property
    def table(self) -> TableView[Any]:
        """The list itself."""

    def take_focus(self) -> None:
        """To the rows."""


class UnitSteps(QObject):
    """Holds both steps for a page: `looks` asks for the proposal of the chosen units, `writes` for its doing."""

    looks = Signal()
    writes = Signal()
    choosing = Signal()

    def __init__(self, context: Context, book: UnitBook, keys: str, name: str, proposal: Proposal) -> None:
        super().__init__()
        self._context = context
        self._book = book
        self._failed: Callable[[Refusal | Trouble], object] = self._drop
        self._reading = LongRead(context, self)
        self.choice = UnitChoice(context, keys, name)
        self.proposal = proposal
        add = context.actions.add
        self.next = add(f"{name}_next", tr("Preview"), "F9", self._on_next, context=keys, commits=True)
        add(f"{name}_filter", tr("Filter the units"), "Ctrl+F", self._on_filter, context=keys)
        add(f"{name}_sort", tr("Sort by the next column"), "Alt+S", self._on_sort, context=keys)
        self._stack = QStackedWidget()
        self.setParent(self._stack)
        self._stack.addWidget(self.choice)
        assert isinstance(proposal, QWidget)
        self._stack.addWidget(proposal)
        self._problem = ErrorLine()
        self.choice.chosen_changed.connect(self._on_chosen_changed)

    @property
    def is_choosing(self) -> bool:
        """Whether the choice is shown, not the proposal."""
        return self._stack.currentWidget() is self.choice

    @property
    def problem(self) -> str:
        """What is said beside the key that goes on."""
        return self._problem.text()

    def fill(self, page: QWidget, head: Sequence[QWidget | QLayout], *beside_next: QWidget) -> None:
        """Lay a page out: the head, the steps below it, and the key that goes on at the foot."""
        foot = row(self._problem, *beside_next, KeyButton(self.next, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        inside = column(*head, Rule(), space=0)
        inside.addWidget(Shelf(self._stack, least=_LEAST), 1)
        page.setLayout(column(Scrolling(inside), Rule(), foot, space=0))

    def offer(
        self, failed: Callable[[Refusal | Trouble], object], only: Callable[[UnitRow], bool] | None = None
    ) -> None:
        """Offer the units of the estate (`only` those), none chosen; `failed` hears what is refused from now on."""
        self._failed = failed
        estate = self._context.office.estate
        self.choice.choose_none()
        self.show_choice()

        def offer(units: Sequence[UnitRow]) -> None:
            offered = units if only is None else [unit for unit in units if only(unit)]
            self.choice.offer(offered, estate.tree(), self.choice.wanted)  # a draft may have chosen before they came

        long = self._book.is_large and not self._book.is_read
        self._reading.ask(tr("Units to choose"), self._book.units, offer, failed, long=long)

    def look(self, read: Callable[[], T], done: Callable[[T], object]) -> None:
        """Ask for the proposal of the chosen units, off the window's thread where they are many."""
        count = len(self.choice.chosen())
        self._reading.ask(_preview_words(count), read, done, self._failed, long=count > LARGE)

    def write(self, title: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do what was proposed, once, off the window's thread where it is much."""
        self.next.turn_off(tr("Wait until the work under way is done."))
        self._reading.ask(title, work, done, self._on_not_written, long=len(self.choice.chosen()) > LARGE)

    def show_choice(self) -> None:
        """Back to the choice."""
        self._stack.setCurrentWidget(self.choice)
        self._on_chosen_changed()
        self.choosing.emit()

    def show_proposal(self, doing: str) -> None:
        """On to the proposal; `doing` is what the key does now."""
        self._problem.show_problem("")
        self._stack.setCurrentIndex(1)
        self.proposal.take_focus()
        self.next.turn_on()
        self.next.say(doing)

    def say(self, problem: str) -> None:
        """Say what is wrong beside the key that goes on."""
        self._problem.show_problem(problem)

    def leave_out(self, units: set[UnitId]) -> bool:
        """Choose these no longer; whether any are left, else back to the choice."""
        self.choice.leave_out(units)
        if not self.choice.chosen():
            self.show_choice()
        return bool(self.choice.chosen())

    def take_focus(self) -> None:
        """To the step that is shown."""
        (self.choice if self.is_choosing else self.proposal).take_focus()

    def back(self) -> bool:
        """One step back; False when there is none left."""
        if self.is_choosing:
            return self.choice.pane.clear_filter()
        self.show_choice()
        self.choice.table.setFocus()
        return True

    def _on_chosen_changed(self) -> None:
        self._problem.show_problem("")
        self.next.turn_on()
        self.next.say(_preview_words(len(self.choice.chosen())))

    def _on_next(self) -> None:
        (self.looks if self.is_choosing else self.writes).emit()

    def _on_sort(self) -> None:
        table: TableView[Any] = self.choice.table if self.is_choosing else self.proposal.table
        self._context.messages.hint(sort_next(table))

    def _on_filter(self) -> None:
        (self.choice.pane if self.is_choosing else self.proposal.pane).filter_box.take_caret()

    def _on_not_written(self, error: Refusal | Trouble) -> None:
        self.next.turn_on()
        self._failed(error)

    def _drop(self, error: Refusal | Trouble) -> None:
        raise error


def _preview_words(count: int) -> str:
    return tr("Preview {units}").format(units=units_words(count)) if count else tr("Preview")

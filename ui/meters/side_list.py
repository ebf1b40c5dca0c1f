"""The pane on the left: the meters in route order, found by unit or number, filtered by kind, building and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from app.core.ids import BuildingId, MeterId
from app.core.language import mark, tr
from app.meters.kinds import MeterKind
from app.meters.reading_round import RoundLine
from ui.meters.meter_words import KINDS, kind_words, meters_words, place_words, state_of
from ui.meters.round_book import Order, RoundBook
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.chip import TINTS
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import gap
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import caption
from ui.widgets.two_line_list import TwoLine, TwoLineList

_ORDERS: dict[Order, str] = {
    Order.ROUTE: mark("In route order"),
    Order.UNREAD_FIRST: mark("Not read this month first"),
    Order.UNREAD_ONLY: mark("Only not read this month"),
}

_MANY = 2000  # units; from here on reading all meters at once would be felt


class SideList(Pane):
    """`chosen` comes with the id of the meter under the bar, `entered` when the work beside is to take the focus."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, context: Context, book: RoundBook, *foot: Action) -> None:
        super().__init__("canvas")
        self._context, self._book = context, book
        self.search = SearchBox(tr("Find a meter"), tr("Room or number"), "F2")
        self._found = caption("", Tone.INK2)
        self.kind: ChoiceField[MeterKind | None] = ChoiceField(tr("Kind"), _kinds())
        self.building: ChoiceField[BuildingId | None] = ChoiceField(tr("Building"))
        self.order: ChoiceField[Order] = ChoiceField(
            tr("Which meters"), [(tr(words), order) for order, words in _ORDERS.items()]
        )
        self.rows = TwoLineList(tr("Meters"))
        self._foot = foot
        self._was_loaded = False
        self._shown: Sequence[RoundLine] = ()
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Read buildings and meters anew."""
        tree = self._context.office.estate.tree()
        whole: list[tuple[str, BuildingId | None]] = [(tr("All buildings"), None)]
        self.building.offer([*whole, *((node.name, node.id) for node in tree)])
        if not self._was_loaded and sum(node.units for node in tree) > _MANY:
            self._begin_with(tree[0].id)
        self._was_loaded = True
        self.fold(self.width())
        self._book.load()

    def _begin_with(self, building_id: BuildingId) -> None:
        """A large estate is read building by building, so that the tab opens at once."""
        self._book.wanted = replace(self._book.wanted, building_id=building_id)
        self.building.blockSignals(True)
        self.building.set_value(building_id)
        self.building.blockSignals(False)

    def next_order(self) -> None:
        """Show the meters that are not read first, then only those, then all."""
        orders = list(Order)
        self.order.set_value(orders[(orders.index(self._book.order) + 1) % len(orders)])

    def current(self) -> MeterId | None:
        """The meter under the bar."""
        found: MeterId | None = self.rows.current()
        return found

    def follow(self, meter_id: MeterId | None) -> None:
        """Put the bar on the meter that is worked on, without telling of it."""
        if meter_id is None or meter_id == self.rows.current():
            return
        opens = self.rows.current() is None
        self.rows.blockSignals(True)
        self.rows.choose(meter_id)
        self.rows.blockSignals(False)
        if opens:
            self.rows.show_around()

    def take_focus(self) -> None:
        """To the list."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, width: int) -> None:
        """Put the choices below each other where they do not fit beside each other."""
        wanted = self.kind.sizeHint().width() + self.building.sizeHint().width() + gap(8 + 2 * 12)
        way = QBoxLayout.Direction.TopToBottom if wanted > width else QBoxLayout.Direction.LeftToRight
        self._choices.setDirection(way)

    def show_lines(self) -> None:
        """Show the book's meters that hold the words of the search."""
        self._shown = self._book.lines
        words = self.search.text().lower().split()
        found = [line for line in self._book.lines if _holds(line, words)]
        before = self.rows.current()
        self.rows.blockSignals(True)
        self.rows.show_lines([_two_lines(line) for line in found])
        self.rows.choose(before)
        if self.rows.current() is None and words:
            self.rows.step(1)
        self.rows.blockSignals(False)
        self._found.show_text(self._found_words(found, searched=bool(words)))
        if words and self.rows.current() is not None:
            self.chosen.emit(self.rows.current())

    def _found_words(self, found: Sequence[RoundLine], *, searched: bool) -> str:
        if searched and not found:
            return tr("No meter of this choice holds all these words. Delete one, or choose all buildings")
        return meters_words(len(found))

    def _lay_out(self) -> None:
        self._choices = row(self.kind, self.building, space=8)
        for at in range(2):
            self._choices.setStretch(at, 1)
        self._found.wrap()
        head = column(self.search, self._choices, self.order, self._found, space=8, margins=(12, 12, 12, 8))
        icons = ("plus", "download", "file-text")
        buttons = [KeyButton(action, Kind.QUIET, icon=icon) for action, icon in zip(self._foot, icons, strict=False)]
        foot = column(*(row(button, None) for button in buttons), space=0, margins=(4, 6, 8, 6))
        whole = column(head, Rule(), self.rows, Rule(), foot, space=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search.typed.connect(lambda _: self.show_lines())
        self.search.moved.connect(self.rows.step)
        self.search.entered.connect(self._on_entered)
        self.rows.opened.connect(lambda _: self.entered.emit())
        self.rows.current_changed.connect(self._on_current_changed)
        self.kind.chosen.connect(lambda kind: self._filter(replace(self._book.wanted, kind=kind)))
        self.building.chosen.connect(lambda key: self._filter(replace(self._book.wanted, building_id=key)))
        self.order.chosen.connect(self._on_order)
        self._book.loaded.connect(self.show_lines)
        self._book.changed.connect(lambda _: self._refresh())

    def _filter(self, wanted: object) -> None:
        assert isinstance(wanted, type(self._book.wanted))
        self._book.wanted = wanted
        self._book.load()

    def _on_order(self, order: Order) -> None:
        self._book.order = order
        self._book.load()

    def _on_entered(self) -> None:
        if self.rows.current() is None:
            self.rows.step(1)
        if self.rows.current() is not None:
            self.entered.emit()

    def _on_current_changed(self, meter_id: object) -> None:
        if meter_id is not None:
            self.chosen.emit(meter_id)

    def _refresh(self) -> None:
        """Show the rows anew where one was entered, without telling of the one under the bar."""
        if self._shown is not self._book.lines:
            self.blockSignals(True)
            self.show_lines()
            self.blockSignals(False)


def _kinds() -> list[tuple[str, MeterKind | None]]:
    return [(tr("All kinds"), None), *((tr(words), kind) for kind, words in KINDS.items())]


def _holds(line: RoundLine, words: Sequence[str]) -> bool:
    if not words:
        return True
    meter = line.meter
    said = " ".join((place_words(meter), meter.name, meter.number, meter.building)).lower()
    return all(word in said for word in words)


def _two_lines(line: RoundLine) -> TwoLine:
    state = state_of(line)
    below = kind_words(line.meter) + (f" · {line.meter.number}" if line.meter.number else "")
    return TwoLine(
        place_words(line.meter), right=state.word, below=below, right_tone=TINTS[state.mood][2], what=line.meter.id
    )

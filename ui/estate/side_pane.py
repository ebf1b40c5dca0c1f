"""The pane on the left: one search box; below it the tree, or what the search found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.core.ids import BuildingId, UnitId
from app.core.language import tr, tr_n
from app.estate.find_units import MOST_HITS, UnitHit
from app.estate.unit_facts import UnitFilter, UnitRow
from ui.estate.estate_tree import EstateTree
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.found_words import FOUND_BY
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.search_box import SearchBox
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import caption
from ui.widgets.two_line_list import TwoLine, TwoLineList


class SidePane(Pane):
    """`chosen` comes with the unit under the bar, `entered` when its page is to take the focus."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, context: Context, *foot: Action) -> None:
        super().__init__("canvas")
        self._context = context
        self.search = SearchBox(tr("Find a unit"), tr("Room, name, phone, plate"), "F2")
        self._note = caption().wrap()
        self.tree = EstateTree(self._units_of)
        self.hits = TwoLineList(tr("Units found"))
        self._lists = QStackedWidget()
        for part in (self.tree, self.hits):
            self._lists.addWidget(part)
        buttons = [
            KeyButton(action, Kind.QUIET, icon=icon) for action, icon in zip(foot, ("plus", "download"), strict=True)
        ]
        head = column(self.search, self._note, space=4, margins=(12, 12, 12, 6))
        self.setLayout(
            column(
                head,
                Rule(),
                self._lists,
                Rule(),
                column(*(row(button, None) for button in buttons), space=0, margins=(4, 6, 8, 6)),
                space=0,
            )
        )
        self._connect()

    @property
    def is_empty(self) -> bool:
        """Whether the book has no unit yet."""
        return not self.tree.has_buildings

    def load(self) -> None:
        """Read the tree anew, and search again if something is typed."""
        self.tree.show_buildings(self._context.office.estate.tree())
        if self.search.text().strip():
            self._find(self.search.text())

    def show_unit(self, unit: UnitRow) -> None:
        """Put the bar on a unit in the tree."""
        self.search.clear()
        self.tree.show_unit(unit)

    def take_focus(self) -> None:
        """To the list that is shown."""
        self._lists.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> UnitId | None:
        """The unit under the bar of the list that is shown."""
        if self._lists.currentWidget() is self.hits:
            found: UnitId | None = self.hits.current()
            return found
        return self.tree.current_unit()

    def _connect(self) -> None:
        self.search.typed.connect(self._find)
        self.search.moved.connect(self._on_moved)
        self.search.entered.connect(self._on_entered)
        self.hits.current_changed.connect(self._tell)
        self.hits.opened.connect(lambda _: self.entered.emit())
        self.tree.unit_current.connect(self._tell)
        self.tree.unit_opened.connect(self._on_unit_opened)

    def _units_of(self, building: BuildingId, entrance: str) -> list[UnitRow]:
        return self._context.office.estate.units(UnitFilter(frozenset({building}), entrance))

    def _find(self, text: str) -> None:
        if not text.strip():
            self._note.show_text("")
            self._lists.setCurrentWidget(self.tree)
            return
        hits = self._context.office.find_units.find(text)
        self.hits.show_lines([_line(hit) for hit in hits], choose_first=True)
        self._lists.setCurrentWidget(self.hits)
        self._note.show_text(_found_words(hits))

    def _on_moved(self, by: int) -> None:
        (self.hits if self._lists.currentWidget() is self.hits else self.tree).step(by)

    def _on_entered(self) -> None:
        if self._lists.currentWidget() is self.tree:
            self.tree.open_current()
        elif self.hits.current() is not None:
            self.entered.emit()

    def _on_unit_opened(self, unit_id: UnitId) -> None:
        self._tell(unit_id)
        self.entered.emit()

    def _tell(self, unit_id: UnitId | None) -> None:
        if unit_id is not None:
            self.chosen.emit(unit_id)


def _line(hit: UnitHit) -> TwoLine:
    person = tr("{name} (left)").format(name=hit.person) if hit.former else hit.person
    below = tr("{field}: {text}").format(field=tr(FOUND_BY[hit.field]), text=hit.matched)
    return TwoLine(hit.code, person, below=below, what=hit.unit_id)


def _found_words(hits: list[UnitHit]) -> str:
    if not hits:
        return tr("Nothing found by room, name, pinyin, phone or plate")
    if len(hits) == MOST_HITS:
        return tr("The first {n}; type more to see others").format(n=MOST_HITS)
    return tr_n("{n} unit", "{n} units", len(hits)).format(n=len(hits))

"""The page of one tariff: terms in words, versions, and the units it lies on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.ids import TariffId, UnitId
from app.core.language import tr
from app.estate.unit_facts import UnitRow
from app.fees.tariff_moves import TariffMove
from app.fees.versions import Tariff
from ui.fees.assigning.assigned_table import AssignedLine, AssignedTable, assigned_lines
from ui.fees.ending import end_on_unit, end_tariff, undo_move
from ui.fees.explain_strip import ExplainStrip
from ui.fees.filter_box import filter_of
from ui.fees.long_read import LongRead
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.tariffs.history_table import HistoryTable, VersionLine
from ui.fees.tariffs.tariff_head import TariffHead
from ui.fees.tariffs.version_changes import version_words
from ui.fees.terms_words import units_words
from ui.fees.unit_book import UnitBook
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import caption, section

KEYS = "fees.tariff"
_BESIDE = 760  # the width from which facts and buttons stand side by side
_ALL_COLUMNS = 1000
_SIDES = 64  # what stands around the units' head and their buttons


class TariffPage(SubPage):
    """Shows one tariff; asks to change or assign it, and ends it on single units."""

    version_wanted = Signal(object)
    copy_wanted = Signal(object)
    assigning_wanted = Signal(object)
    moving_wanted = Signal(object)
    ended = Signal()

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Tariff"))
        self._tariff: Tariff | None = None
        self._moved: TariffMove | None = None
        self._book = book
        self._reading = LongRead(context, self)
        self._make_actions()
        self.head = TariffHead([(self._new_version, "pencil"), (self._copy, "copy"), (self._close, "")])
        self._history_head = row(section(tr("Versions")), margins=(8, 0, 0, 0))
        self.history = HistoryTable()
        self.changes = caption("", Tone.INK2).wrap()
        self.table = AssignedTable(context.clock.now().date())
        self._units = SectionHead(tr("Units with this tariff"))
        self.pane = TablePane(self.table, self._empty(), filter_cap="Ctrl F", sums=True)
        self.explained = ExplainStrip(self._fold)
        self._lay_out()
        self.table.current_changed.connect(self._on_current_changed)
        self.history.current_changed.connect(self._on_version_changed)
        context.theme.changed.connect(self._fold_parts)

    def show_tariff(self, tariff_id: TariffId) -> None:
        """Read and show a tariff."""
        today = self.context.clock.now().date()
        tariff = self.context.office.tariffs.get(tariff_id)
        if self._tariff is None or tariff.id != self._tariff.id:
            self.pane.clear_filter()
        self._tariff = tariff
        self.head.show_tariff(tariff, today)
        self.history.show_tariff(tariff, today)
        self.history.choose(0)
        self._on_version_changed(self.history.current())
        self._versions.setVisible(len(tariff.versions) > 1)
        self._moved = self.context.office.tariff_moves.last_of(tariff_id)
        self._undo_button.setVisible(self._moved is not None)
        self._fold_parts()
        self._read_units(tariff)

    def shows(self, tariff_id: object) -> bool:
        """Whether this tariff is on the page already."""
        return self._tariff is not None and self._tariff.id == tariff_id

    def units(self) -> list[UnitRow]:
        """The units with the tariff shown, as far as they are read."""
        lying = {line.row.unit_id for line in self.table.rows_model.all_rows}
        return [unit for unit in self._book.units() if unit.id in lying] if lying else []

    def _read_units(self, tariff: Tariff) -> None:
        office, book = self.context.office, self._book
        long = book.is_large
        if long:
            self._show_lines([])
            self.pane.empty.show_text(tr("The units are being read"), tr("The list comes in a moment."))
        self._reading.ask(
            tr("Units with “{tariff}”").format(tariff=tariff.name),
            lambda: assigned_lines(office.assignments.of_tariff(tariff.id), book.people()),
            self._show_lines,
            lambda error: self.context.messages.wrong(say(error)),
            long=long,
        )

    def _show_lines(self, lines: list[AssignedLine]) -> None:
        self.pane.empty.show_text(*_nothing_lies())
        self.table.show_lines(lines)
        self._units.show_text(tr("Units with this tariff"), units_words(len(lines)) if lines else "")
        self._explain(self.table.current())

    def take_focus(self) -> None:
        if self.table.rows_model.rowCount():
            self.table.setFocus()
        else:
            self.history.setFocus()

    def back(self) -> bool:
        return self.pane.clear_filter()

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._new_version = add(
            "fees.version", tr("New version"), "F8", lambda: self.version_wanted.emit(self._tariff), context=KEYS
        )
        self._copy = add("fees.copy", tr("Copy"), "F7", lambda: self.copy_wanted.emit(self._tariff), context=KEYS)
        self._close = add("fees.close", tr("End it"), "Ctrl+E", self._on_close, context=KEYS, commits=True)
        self._assign = add(
            "fees.assign",
            tr("Assign to units"),
            "Ctrl+B",
            lambda: self.assigning_wanted.emit(self._tariff),
            context=KEYS,
        )
        self._end = add("fees.end", tr("End on this unit"), "Del", self._on_end, context=KEYS, commits=True)
        self._move = add("fees.move", tr("Move units"), "Ctrl+J", self._on_move, context=KEYS)
        self._undo_move = add(
            "fees.undo_move", tr("Undo the move"), "Ctrl+U", self._on_undo_move, context=KEYS, commits=True
        )
        self._fold = add("fees.explain", tr("How it is computed"), "F4", self._on_fold, context=KEYS)
        add("fees.filter", tr("Filter the units"), "Ctrl+F", self._on_filter, context=KEYS)
        add("fees.sort_units", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)
        if not self.context.actor.may(Permission.MANAGE_TARIFFS):
            why = say(NotPermitted(self.context.actor.name, Permission.MANAGE_TARIFFS))
            for action in (
                self._new_version,
                self._copy,
                self._close,
                self._assign,
                self._end,
                self._move,
                self._undo_move,
            ):
                action.turn_off(why)

    def _unit_buttons(self) -> list[KeyButton]:
        assign = KeyButton(self._assign, Kind.QUIET, icon="plus")
        self._undo_button = KeyButton(self._undo_move, Kind.QUIET, icon="undo-2")
        return [assign, KeyButton(self._move, Kind.QUIET), KeyButton(self._end, Kind.QUIET), self._undo_button]

    def _empty(self) -> EmptyState:
        return EmptyState(*_nothing_lies(), KeyButton(self._assign, icon="plus"))

    def _lay_out(self) -> None:
        self._versions = QWidget()
        self._versions.setLayout(
            column(
                self._history_head,
                self.history,
                row(self.changes, margins=(8, 2, 0, 0)),
                space=2,
                margins=(16, 10, 16, 8),
            )
        )
        filter_box = filter_of(self.pane, tr("Room or name"))
        self._units_head, self._buttons = row(self._units, filter_box, space=8), row(*self._unit_buttons(), space=4)
        self._units_head.setStretchFactor(self._units, 1)
        buttons = row(self._buttons, None, space=0)
        self._units_line = row(self._units_head, buttons, space=8, margins=(24, 8, 16, 4))
        self._units_line.setStretchFactor(self._units_head, 1)
        inside = column(self.head, Rule(), self._versions, self._units_line, space=0)
        inside.addLayout(row(Shelf(self.pane, least=160), margins=(16, 0, 16, 0)), 1)
        self.setLayout(column(Scrolling(inside), Rule(), self.explained, space=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_parts()

    def _fold_parts(self) -> None:
        narrow = self.width() < px(_BESIDE)
        self.head.fold(narrow=narrow)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = self._units_head.sizeHint().width() + self._buttons.sizeHint().width() + px(_SIDES)
        self._units_line.setDirection(below if self.width() < wanted else beside)
        self.table.fold(narrow=self.width() < px(_ALL_COLUMNS))

    def _on_current_changed(self, line: AssignedLine | None) -> None:
        self._explain(line)
        self._end.say(tr("End on {unit}").format(unit=line.row.unit_code) if line else tr("End on this unit"))

    def _on_version_changed(self, line: VersionLine | None) -> None:
        """What the chosen version changed, else what the newest did."""
        if self._tariff is not None:
            version = self._tariff.versions[-1] if line is None else line.version
            known = version if version in self._tariff.versions else self._tariff.versions[-1]
            self.changes.show_text(version_words(self._tariff, known))

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self.table))

    def _on_filter(self) -> None:
        self.pane.filter_box.take_caret()

    def _on_fold(self) -> None:
        self.explained.fold()

    def _explain(self, line: AssignedLine | None) -> None:
        if line is None:
            self.explained.show_words("", tr("Choose a unit to see how its next charge comes about."))
            return
        self.explained.show_next(line.row.unit_code, line.row.next)

    def _on_close(self) -> None:
        if self._tariff is not None and end_tariff(self.context, self._tariff):
            self.ended.emit()

    def lying(self) -> set[UnitId]:
        """The units that the tariff shown still charges."""
        rows = (line.row for line in self.table.rows_model.all_rows)
        today = self.context.clock.now().date()
        return {row.unit_id for row in rows if row.until is None or row.until > max(today, row.first)}

    def _on_move(self) -> None:
        if self.lying():
            self.moving_wanted.emit(self._tariff)
        else:
            self.context.messages.hint(_nothing_lies()[0])

    def _on_undo_move(self) -> None:
        if self._moved is None:
            self.context.messages.hint(tr("No units moved to or from this tariff."))
            return
        try:
            done = undo_move(self.context, self._moved)
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
        else:
            if done:
                self.ended.emit()

    def _on_end(self) -> None:
        line = self.table.current()
        if line is None or self._tariff is None:
            self.context.messages.hint(tr("Choose the unit first: ↑ ↓ in the list of units."))
        elif end_on_unit(self.context, self._tariff, line.row):
            self.ended.emit()


def _nothing_lies() -> tuple[str, str]:
    return (
        tr("No unit has this tariff yet"),
        tr("Assign it to the units that pay it; only then does a billing run charge them."),
    )

"""Transfers and cheques of a shift: each is ticked as arrived or left to be checked later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.money import Money
from app.counter.shifts.references import Reference
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption, section

_MOST_SEEN = 6


@dataclass(frozen=True, slots=True)
class _Line:
    reference: Reference
    arrived: bool | None


class ReferenceTable(QWidget):
    """Space turns a row from not looked at to arrived, to later; `changed` comes with every turn."""

    changed = Signal()

    def __init__(self, references: Sequence[Reference]) -> None:
        super().__init__()
        self._lines = {one.id: _Line(one, True if one.arrived else None) for one in references}
        self.table: TableView[_Line] = TableView(
            tr("Transfers and cheques"), _columns(), lambda line: line.reference.id
        )
        self._count = caption("", Tone.INK2)
        head = row(section(tr("Transfers and cheques")), caption(tr("tick what the bank shows")), None, self._count)
        self.setLayout(column(head, self.table, space=4))
        self.table.toggled.connect(self._on_toggled)
        self.table.setMinimumHeight(self.table.height_of_rows(min(len(references), _MOST_SEEN)) + px(2))
        self._show()
        self.table.choose(0)

    @property
    def arrived(self) -> frozenset[int]:
        """What the bank shows."""
        return frozenset(key for key, line in self._lines.items() if line.arrived is True)

    @property
    def later(self) -> frozenset[int]:
        """What is to be checked later."""
        return frozenset(key for key, line in self._lines.items() if line.arrived is False)

    @property
    def waiting(self) -> tuple[Reference, ...]:
        """What nobody looked at yet."""
        return tuple(line.reference for line in self._lines.values() if line.arrived is None)

    def mark(self, arrived: Iterable[int], later: Iterable[int]) -> None:
        """Put a draft or an earlier count back."""
        for key in arrived:
            self._turn(key, arrived=True)
        for key in later:
            self._turn(key, arrived=False)
        self._show()

    def tick_all(self) -> None:
        """Everything that nobody looked at has arrived."""
        for one in self.waiting:
            self._turn(one.id, arrived=True)
        self._show()

    def step(self) -> bool:
        """Enter: the row has arrived unless something else was said, and the next one is current; False at the last."""
        line = self.table.current()
        if line is None:
            return False
        if line.arrived is None:
            self._turn(line.reference.id, arrived=True)
            self._show()
        place = list(self._lines).index(line.reference.id)
        self.table.choose(place + 1)
        return place + 1 < len(self._lines)

    def _on_toggled(self, line: _Line) -> None:
        turns: dict[bool | None, bool | None] = {None: True, True: False, False: None}
        self._turn(line.reference.id, arrived=turns[line.arrived])
        self._show()

    def _turn(self, key: int, *, arrived: bool | None) -> None:
        if key in self._lines:
            self._lines[key] = _Line(self._lines[key].reference, arrived)

    def _show(self) -> None:
        self.table.show_rows(list(self._lines.values()))
        self._count.show_text(f"{len(self.arrived)} / {len(self._lines)}")
        self.changed.emit()


def _columns() -> list[Column[_Line]]:
    return [
        Column("", lambda line: line.arrived is True, Kind.CHECK),
        Column(tr("Room"), lambda line: line.reference.unit),
        Column(tr("Method"), lambda line: tr(ON_SEGMENT[line.reference.method]), tone=Tone.INK2),
        Column(tr("Reference"), lambda line: line.reference.reference or line.reference.receipt, stretch=True),
        Column(tr("State"), lambda line: _state(line.arrived), Kind.STATE),
        Column(tr("Amount"), _amount, Kind.MONEY),
    ]


def _amount(line: _Line) -> Money:
    return line.reference.amount


def _state(arrived: bool | None) -> State:  # noqa: FBT001 - the state itself
    if arrived is None:
        return State(tr("not looked at"), "circle-dashed", Mood.WARN)
    return State(tr("arrived"), "check", Mood.OK) if arrived else State(tr("later"), "clock-3", Mood.MUTE)

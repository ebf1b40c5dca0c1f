"""The rows of the picker: what runs already, the plans that fit, and all the others; heads between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.core.language import tr
from app.incidents.plans.finding import find_plans
from app.incidents.plans.plan import Plan
from app.incidents.running.view import RunningLine
from ui.sentences.incidents import said

Index = QModelIndex | QPersistentModelIndex
Row = str | RunningLine | Plan
"""The words of a head, an incident that runs, or a plan."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be picked; the plans in the order of the table."""

    running: tuple[RunningLine, ...]
    plans: tuple[Plan, ...]

    def rows(self, typed: str) -> list[Row]:
        """All of it, or what fits first; digits and letters stay with their plan."""
        found = find_plans(self.plans, typed)
        others = [plan for plan in self.plans if plan not in found]
        if found:
            return [tr("Fits {typed}").format(typed=typed.strip()), *found, tr("The other plans"), *others]
        if typed.strip():
            return [tr("Nothing fits {typed}").format(typed=typed.strip()), *others]
        usual = [plan for plan in others if plan.digit is not None]
        rare = [plan for plan in others if plan.digit is None]
        runs: list[Row] = [tr("Running now"), *self.running] if self.running else []
        return [*runs, tr("All plans, the usual ones first"), *usual, tr("The other plans"), *rare]


class PickRows(QAbstractListModel):
    """What the list shows; rows are read out with all their words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def places(self) -> list[int]:
        """Where the rows stand that can be chosen."""
        return [at for at, row in enumerate(self.rows) if not isinstance(row, str)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row
        if isinstance(row, RunningLine):
            return " ".join((row.number, said(row.name), row.place))
        return " ".join((str(row.digit or ""), said(row.name), row.letters, said(row.use_when))).strip()

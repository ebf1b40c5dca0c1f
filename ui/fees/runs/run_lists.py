"""The lists of a preview in one place: charges, those that look wrong, what is skipped, units without a tariff."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from app.core.show import show_money
from ui.fees.explain_strip import ExplainStrip
from ui.fees.filter_box import filter_of
from ui.fees.runs.preview_facts import BillLine, PreviewFacts
from ui.fees.runs.run_tables import BareTable, BillTable, SkipTable
from ui.shell.actions import Action
from ui.widgets.empty_state import EmptyState
from ui.widgets.segments import Segments
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane


class Shown(StrEnum):
    """Which list is shown."""

    BILLS = "bills"
    SKIPS = "skips"
    BARE = "bare"
    CONSPICUOUS = "conspicuous"


class RunLists(QWidget):
    """Segments above, the list, and below it how the current charge is computed."""

    def __init__(self, choices: Sequence[tuple[Shown, Action]], fold: Action) -> None:
        super().__init__()
        self._actions = dict(choices)
        self._segments: Segments[Shown] = Segments(
            tr("Which list"), [(shown, action, "") for shown, action in choices], columns=len(choices)
        )
        self.bills, self.skips, self.bare = BillTable(), SkipTable(), BareTable()
        self.conspicuous = BillTable(tr("Conspicuous charges"))
        self._panes = self._make_panes()
        self._stack = QStackedWidget()
        self.explained = ExplainStrip(fold)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        hint = tr("Room, name or item")
        self._filters = {shown: filter_of(pane, hint) for shown, pane in self._panes.items()}
        bar = row(self._segments, None, *self._filters.values(), margins=(24, 8, 24, 4))
        table = row(self._stack, margins=(16, 0, 16, 0))
        self.setLayout(column(bar, table, Rule(), self.explained, space=0))
        for charges in (self.bills, self.conspicuous):
            charges.current_changed.connect(lambda _: self._explain())
        self.show_list(Shown.BILLS)

    @property
    def pane(self) -> TablePane[Any]:
        """The list that is shown."""
        pane = self._stack.currentWidget()
        assert isinstance(pane, TablePane)
        return pane

    def show_list(self, shown: Shown) -> None:
        """Show this list."""
        self._segments.choose(shown)
        self._stack.setCurrentWidget(self._panes[shown])
        for other, box in self._filters.items():
            box.setVisible(other is shown)
        self.explained.setVisible(self._charges is not None)
        self._explain()

    def show_facts(self, facts: PreviewFacts) -> None:
        """Fill the lists with a preview."""
        self.bills.show_rows(facts.bills)
        self.skips.show_rows(facts.skips)
        self.bare.show_rows(facts.bare)
        self.conspicuous.show_rows(facts.conspicuous)
        self._actions[Shown.BILLS].say(tr("To be charged {n}").format(n=f"{len(facts.bills):,}"))
        self._actions[Shown.SKIPS].say(tr("Skipped {n}").format(n=f"{len(facts.skips):,}"))
        self._actions[Shown.BARE].say(tr("Without a tariff {n}").format(n=f"{len(facts.bare):,}"))
        odd = f"{len(facts.conspicuous):,}"
        self._actions[Shown.CONSPICUOUS].say(tr("Only conspicuous {n}").format(n=odd))
        for table in (self.bills, self.conspicuous):
            table.choose(0)
        self._explain()

    def make_room(self, *, narrow: bool) -> None:
        """Fewer columns where there is little room."""
        for table in (self.bills, self.conspicuous):
            table.fold(narrow=narrow)

    def fold(self) -> None:
        """Fold the explanation away, or show it again."""
        self.explained.fold()

    def take_focus(self) -> None:
        """To the rows shown, or to nothing where there are none."""
        self.pane.table.setFocus()

    def _make_panes(self) -> dict[Shown, TablePane[Any]]:
        nothing = EmptyState(
            tr("Nothing new is owed"),
            tr("Every charge through this month is written. Choose a later month to bill further."),
        )
        all_well = EmptyState(
            tr("Nothing is skipped"), tr("Every unit with a tariff is charged or was charged before.")
        )
        as_before = EmptyState(
            tr("Nothing is conspicuous"), tr("No charge is more than 50 % off what the unit was charged before.")
        )
        all_have = EmptyState(tr("Every unit has a tariff"), tr("No unit is forgotten (漏收)."))
        return {
            Shown.BILLS: TablePane(self.bills, nothing, filter_cap="Ctrl F", sums=True),
            Shown.SKIPS: TablePane(self.skips, all_well, filter_cap="Ctrl F"),
            Shown.BARE: TablePane(self.bare, all_have, filter_cap="Ctrl F"),
            Shown.CONSPICUOUS: TablePane(self.conspicuous, as_before, filter_cap="Ctrl F", sums=True),
        }

    @property
    def _charges(self) -> BillTable | None:
        """The table of charges that is shown, if the list shown is one of charges."""
        table = self.pane.table
        return table if isinstance(table, BillTable) else None

    def _explain(self) -> None:
        line: BillLine | None = self._charges.current() if self._charges is not None else None
        if line is None:
            self.explained.show_words("", tr("Choose a charge to see how it comes about."))
            return
        charge = line.row.charge
        self.explained.show_charge(f"{line.row.unit_code} {line.row.item.name}", charge, show_money(charge.amount))

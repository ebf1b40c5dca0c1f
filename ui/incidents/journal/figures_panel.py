"""How many incidents a year brought: by kind and by month, drills apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.core.language import tr
from app.core.show import show_whole
from app.incidents.journal.figures import KindFigures, kind_figures, years_of
from app.incidents.journal.rows import JournalRow
from ui.incidents.journal.journal_words import minutes_words
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.bar_chart import WHOLE, Bar, BarChart
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, caption

_MONTHS = 12
_ROWS = 12


class FiguresPanel(QuestionPanel[bool]):
    """Only read; Alt Left and Alt Right go to the year before and after."""

    most = (1180, 760)

    def __init__(self, rows: Sequence[JournalRow], today: date) -> None:
        super().__init__(tr("Incidents of a year"), width=1040)
        self._rows = rows
        self._years = years_of(rows, today)
        self.year = today.year
        self.whole = body("", bold=True).wrap()
        self.chart = BarChart(tr("Incidents by month"))
        self.table: TableView[KindFigures] = TableView(tr("Kinds"), _columns(), key=lambda one: one.code)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.show_year(self.year)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "before", tr("Year before"), "Alt+Left", lambda: self._step(1))
        self.add_button(actions, "after", tr("Year after"), "Alt+Right", lambda: self._step(-1))
        super().add_actions(actions)

    def show_year(self, year: int) -> None:
        """Count this year."""
        self.year = year
        kinds = kind_figures(self._rows, year)
        real, drills = sum(one.real for one in kinds), sum(one.drills for one in kinds)
        words = tr("{year}: {real} incidents, {drills} drills (counted apart)")
        self.whole.show_text(words.format(year=year, real=show_whole(real), drills=show_whole(drills)))
        self.table.show_rows(kinds)
        self.table.choose(0)
        months = [sum(one.months[month] for one in kinds) for month in range(_MONTHS)]
        most = max(*months, 1)
        bars = [Bar(f"{month + 1:02d}", count * WHOLE // most, show_whole(count)) for month, count in enumerate(months)]
        self.chart.show_bars(bars)

    def _lay_out(self) -> None:
        pane = TablePane(self.table, EmptyState(tr("Nothing happened in this year")))
        pane.setMinimumHeight(self.table.height_of_rows(_ROWS) // 2)
        charted = column(caption(tr("Incidents by month, without drills")), self.chart, None, space=4)
        self.chart.setMinimumWidth(px(300))
        beside = row(pane, charted, space=16)
        beside.setStretch(0, 1)
        self.body.addWidget(self.whole)
        self.body.addLayout(beside, 1)

    def _step(self, places: int) -> None:
        here = self._years.index(self.year) + places
        if 0 <= here < len(self._years):
            self.show_year(self._years[here])


def _columns() -> list[Column[KindFigures]]:
    return [
        Column(tr("Kind"), lambda one: said(one.name), stretch=True, whole=True, bold=True),
        Column(tr("Real incidents"), lambda one: one.real or None, Cell.NUMBER, dash=True),
        Column(tr("Drills"), lambda one: one.drills or None, Cell.NUMBER, dash=True),
        Column(
            tr("Usually lasted"), lambda one: None if one.minutes is None else minutes_words(one.minutes), dash=True
        ),
    ]

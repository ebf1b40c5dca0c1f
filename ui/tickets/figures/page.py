"""Statistics of tickets: the days above, five numbers of all tickets, and of every cut a chart beside its table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.core.language import tr
from app.core.show import show_days
from app.tickets.statistics.figures import TicketFigures
from app.tickets.statistics.spans import Days
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.saving import workbook
from ui.shell.window_layout import Room
from ui.tickets.figures.cuts import Cut, FigureLine, Measure, bars_of, lines_of
from ui.tickets.figures.figure_table import SELDOM, WholeFigures, columns
from ui.tickets.figures.measure_row import MeasureRow
from ui.tickets.figures.period_row import PeriodRow
from ui.widgets.bar_chart import BarChart
from ui.widgets.choice_side import ChoiceSide
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt, px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import TextLabel, page_title

KEYS = "tickets.figures"
_LEAST_CHART = 120
_AT_ONCE = 93  # days; three months are counted before anybody sees it


class FiguresPage(SubPage):
    """`left` when the board is wanted again; ↑ ↓ in the table choose the bar that stands out."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Statistics of tickets"))
        self.setAccessibleName(tr("Statistics of tickets"))
        self.figures: TicketFigures | None = None
        self.cut, self.measure = Cut.KIND, Measure.PROMISES
        self._head = page_title(tr("Statistics of tickets")).wrap()
        self.period = PeriodRow(context, KEYS)
        self.whole = WholeFigures()
        cuts = [(cut, tr(cut.value)) for cut in Cut]
        self.side: ChoiceSide[Cut] = ChoiceSide(context, KEYS, tr("Told apart by"), cuts, self.show_cut, self.show_cut)
        self.table: TableView[FigureLine] = TableView(tr("Figures"), columns(), key=lambda one: one.key, row_height=28)
        self.measures = MeasureRow(context, self.table, f"{KEYS}.rows", self.show_measure)
        self.chart = BarChart(tr("Chart"))
        self._chart_head = TextLabel("", Pt.CAPTION, Tone.INK2, bold=True)
        hint = tr("Alt Left and Alt Right go to earlier and later days.")
        self.pane = TablePane(self.table, EmptyState(tr("Nothing was reported in these days"), hint))
        self._make_actions()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Count, with the focus in the rows."""
        self._on_room(self.context.layout.room)
        self.count()
        self.take_focus()

    def count(self) -> None:
        """Read the figures of the days asked for, and show them; of long spans off the window's thread."""
        days, figures = self.period.days, self.context.office.ticket_statistics.figures
        if (days[1] - days[0]).days <= _AT_ONCE:
            self._show(figures(*days))
        else:
            self.context.worker.run(tr("Counting tickets"), lambda _: figures(*days), self._show)

    def _show(self, figures: TicketFigures) -> None:
        if (figures.first, figures.until) != self.period.days:
            return  # other days were asked for meanwhile
        self.figures = figures
        self.whole.show_whole(figures.whole)
        self.show_cut(self.cut)

    def show_cut(self, cut: Cut) -> None:
        """Show the figures of another cut."""
        self.cut = cut
        self.side.choose(cut)
        if self.figures is not None:
            self.table.show_rows(lines_of(self.figures, cut))
            self.table.choose(0)
        self._show_bars()

    def show_measure(self, measure: Measure) -> None:
        """Let the bars be long for something else."""
        self.measure = measure
        self.measures.choose(measure)
        self._show_bars()

    def take_focus(self) -> None:
        self.table.setFocus()

    def back(self) -> bool:
        """From the days to the rows."""
        if self.table.hasFocus():
            return False
        self.take_focus()
        return True

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._excel = add(f"{KEYS}.excel", tr("To Excel"), "Ctrl+Shift+X", self._on_excel, context=KEYS, commits=True)
        self._paper = add(f"{KEYS}.paper", tr("A4 report"), "Ctrl+P", self._on_paper, context=KEYS, commits=True)
        add(f"{KEYS}.again", tr("Count again"), "F5", self.count, context=KEYS)
        add(f"{KEYS}.back", tr("Back to the tickets"), "Esc", self._on_back, context=KEYS)

    def _lay_out(self) -> None:
        out = (KeyButton(self._paper, icon="printer"), KeyButton(self._excel, icon="download"))
        top = row(self._head, None, *out)
        top.setStretch(0, 1)
        scroll = Scrolling(column(self.chart, None))
        scroll.setMinimumHeight(px(_LEAST_CHART))
        charted = column(self._chart_head, scroll, space=0, margins=(0, 0, 12, 0))
        charted.setStretch(1, 1)
        self._beside = row(charted, self.pane, space=8)
        parts = (top, self.period, self.whole, Rule(), self.measures, self._beside)
        whole = column(*parts, space=10, margins=(24, 12, 16, 8))
        whole.setStretch(5, 1)
        self._rule = Rule(upright=True)
        self._box = row(self.side, self._rule, whole, space=0)
        self._box.setStretch(2, 1)
        self.setLayout(self._box)

    def _connect(self) -> None:
        self.period.changed.connect(self.count)
        self.period.entered.connect(self.take_focus)
        self.table.current_changed.connect(lambda _: self._show_current())
        self.table.rows_model.replaced.connect(self._show_bars)
        self.chart.chosen.connect(self.table.choose)
        self.context.changes.changed.connect(self._on_changed)
        self.context.layout.changed.connect(self._on_room)
        self.context.theme.changed.connect(self._level)
        self.show_measure(self.measure)

    def _show_bars(self) -> None:
        """In the order of the table, whatever it is sorted by."""
        goal = self.measure.goal
        words = "" if goal is None else tr("goal {percent} %").format(percent=goal // 10)
        self.chart.show_bars(bars_of(list(self.table.rows_model.rows), self.measure), goal=goal, goal_words=words)
        self._chart_head.show_text(tr(self.measure.value[0]))
        self._show_current()

    def _level(self) -> None:
        """Every bar stands as high as its row."""
        self._chart_head.setFixedHeight(self.table.height_of_rows(0))

    def _show_current(self) -> None:
        self.chart.show_current(self.table.currentIndex().row())

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.concerns("tickets"):
            self.count()

    def _on_excel(self) -> None:
        context, days = self.context, self.period.days
        export = context.office.tickets_handed_out.export_figures
        name = tr("Statistics of tickets {days}.xlsx").format(days=show_days(*days))
        said = tr("Saved as {file}")
        save_workbook(
            context,
            workbook(tr("Save the figures"), name, tr("Figures of tickets, nobody's name")),
            lambda path, _progress: export(context.actor, *days, path),
            lambda path, _nothing: said.format(file=path),
        )

    def _on_paper(self) -> None:
        context, days = self.context, self.period.days
        draw_paper(context, tr("Drawing the report"), lambda: _drawn(context, days))

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.side.fold(small=small)
        self.whole.fold(small=small)
        self._head.setVisible(not small)
        for place, share in enumerate((2, 5) if small else (2, 3)):
            self._beside.setStretch(place, share)
        self._rule.setVisible(not small)
        for title in SELDOM:
            self.table.hide_column(tr(title), hidden=room is not Room.WIDE)
        self._box.setDirection(_way(down=small))
        self._level()


def _way(*, down: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight


def _drawn(context: Context, days: Days) -> ReadyPaper:
    from app.paper.profiles import A4  # noqa: PLC0415 - the drawing library
    from app.tickets.statistics.figures_paper import TITLE, figures_pdf, missing_glyphs  # noqa: PLC0415 - as above

    report = context.office.tickets_handed_out.paper_figures(context.actor, *days)
    return ReadyPaper(f"{TITLE} {show_days(*days)}", figures_pdf(report), A4, missing_glyphs(report))

"""The drills that were played: graded once they are over, and on paper for the year."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_whole
from app.incidents.drills.overview import grade_counts
from app.incidents.drills.read_drills import PlayedDrill
from app.incidents.plans.plan import Both
from ui.incidents.drills.drill_words import plan_name
from ui.incidents.drills.evaluation_panel import EvaluationPanel
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.shell.context import Context
from ui.shell.saving import workbook
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "incidents.drills.played"


class Played(Section[PlayedDrill]):
    """The newest first."""

    needs = Permission.RUN_DRILL
    folding = (mark("Findings"),)

    def __init__(self, context: Context) -> None:
        self._names: dict[str, Both] = {}
        super().__init__(
            context,
            KEYS,
            tr("Drills that were played"),
            TableView(tr("Drills that were played"), self._columns(), key=lambda one: one.incident_id),
            words=tr("Grade a drill while everybody remembers it; what was found becomes a task or a better plan."),
            empty=EmptyState(tr("No drill yet"), tr("A drill begins as every incident does: Ctrl+E, then Alt+Y.")),
        )
        grade = self.offer("grade", tr("Grade it"), "Return", self.on_row(self._on_grade), Kind.PRIMARY, in_rows=True)
        self.offer("open", tr("Its log"), "F6", self.on_row(self._on_open))
        self.offer("print", tr("The year on paper"), "Ctrl+P", self._on_print, Kind.QUIET, icon="printer")
        self.offer("excel", tr("Excel"), "Ctrl+Shift+X", self._on_excel, Kind.QUIET)
        self.opens(grade)

    def load(self) -> None:
        self._names = dict(self.context.office.plans.names())
        self.table.show_rows(self.context.office.drills.played())

    def _on_grade(self, row: PlayedDrill) -> None:
        if row.evaluation is not None:
            self.context.questions.ask(EvaluationPanel(self.context, row, plan_name(self._names, row.code)))
            return
        if self.context.questions.ask(EvaluationPanel(self.context, row, plan_name(self._names, row.code))):
            self.tell_done(tr("{number} is graded").format(number=row.number))

    def _on_open(self, row: PlayedDrill) -> None:
        self.context.ways.lead("incidents", row.incident_id)

    def _on_print(self) -> None:
        year = self._year()

        def draw() -> ReadyPaper:
            from app.incidents.drills.overview_paper import overview_pdf  # noqa: PLC0415 - the drawing library
            from app.paper.profiles import A4  # noqa: PLC0415 - as above

            paper = self.context.office.drills_handed_out.paper(self.context.actor, year)
            return ReadyPaper(tr("Drills of {year}").format(year=year), overview_pdf(paper), A4, ())

        draw_paper(self.context, tr("Drawing the drills of {year}").format(year=year), draw)

    def _on_excel(self) -> None:
        year = self._year()
        title = tr("Drills of {year}").format(year=year)

        def write(path: Path, _progress: object) -> None:
            self.context.office.drills_handed_out.export(self.context.actor, year, path)

        def words(path: Path, _written: object) -> str:
            return tr("Saved as {file}").format(file=path.name)

        save_workbook(self.context, workbook(title, f"{title}.xlsx", title), write, words)

    def _year(self) -> int:
        """Of the chosen drill, else this year."""
        row = self.table.current()
        return (row.started_at if row is not None else self.context.clock.now()).year

    def _columns(self) -> list[Column[PlayedDrill]]:
        return [
            Column(tr("Day"), lambda one: one.started_at.date(), Cell.DATE),
            Column(tr("Number"), lambda one: one.number, bold=True),
            Column(tr("Plan"), lambda one: plan_name(self._names, one.code), whole=True),
            Column(tr("Place"), lambda one: one.place or None, dash=True, stretch=True),
            Column(tr("People"), partial(_count, what="attendances"), Cell.NUMBER, dash=True),
            Column(tr("Findings"), partial(_count, what="findings"), Cell.NUMBER, dash=True),
            Column(tr("State"), _state, Cell.STATE, whole=True),
        ]


def _count(one: PlayedDrill, *, what: str) -> int | None:
    if one.evaluation is None:
        return None
    return len(one.evaluation.attendances if what == "attendances" else one.evaluation.findings)


def _state(one: PlayedDrill) -> State:
    if one.closed_at is None:
        return State(tr("runs"), "siren", Mood.ACCENT)
    if one.evaluation is None:
        return State(tr("not graded"), "triangle-alert", Mood.WARN)
    good, fair, poor = (show_whole(count) for count in grade_counts(one.evaluation))
    words = tr("{good} good, {fair} fair, {poor} poor").format(good=good, fair=fair, poor=poor)
    return State(words, "circle-check", Mood.OK if poor == "0" else Mood.WARN)

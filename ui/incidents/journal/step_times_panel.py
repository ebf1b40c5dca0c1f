"""What each step of a plan took over past runs and drills; those to be revised stand first to the eye."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.incidents.journal.rows import JournalRow
from app.incidents.journal.step_times import StepTimes
from ui.sentences.incidents import said
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.list_table import ListTable
from ui.widgets.text_label import body


class StepTimesPanel(QuestionPanel[bool]):
    """Only read; Esc leads back."""

    most = (1180, 760)

    def __init__(self, row: JournalRow, times: Sequence[StepTimes]) -> None:
        super().__init__(tr("Times of steps: {plan}").format(plan=said(row.name)), width=1040)
        runs = max((one.runs for one in times), default=0)
        words = tr("From {n} closed runs and drills. A step that is often left or late is to be revised or trained.")
        self.table: ListTable[StepTimes] = ListTable(
            tr("Steps"), _columns(), key=lambda one: one.step, most=16, least=4, row_height=30
        )
        self.body.addWidget(body(words.format(n=runs)).wrap())
        self.body.addWidget(self.table, 1)
        self.table.show_rows(times)
        self.table.choose(0)
        self.setFocusProxy(self.table)


def seconds_words(seconds: int | None) -> str | None:
    """`0:45`, `12:05`: minutes and seconds."""
    return None if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def _columns() -> list[Column[StepTimes]]:
    return [
        Column(
            tr("Step of the plan"),
            lambda one: f"{'▲ ' if one.critical else ''}{said(one.text)}",
            stretch=True,
            whole=True,
        ),
        Column(tr("Revise"), _revise, Cell.STATE),
        Column(tr("Allowed"), lambda one: None if one.minutes is None else f"{one.minutes}:00", dash=True),
        Column(tr("Usually"), lambda one: seconds_words(one.usual), dash=True),
        Column(tr("Longest"), lambda one: seconds_words(one.longest), dash=True),
        Column(tr("Runs"), lambda one: one.runs, Cell.NUMBER),
        Column(tr("Done"), lambda one: one.done, Cell.NUMBER),
        Column(tr("Not done"), lambda one: one.left or None, Cell.NUMBER, dash=True),
        Column(tr("Late"), lambda one: one.late or None, Cell.NUMBER, dash=True),
    ]


def _revise(one: StepTimes) -> State | None:
    return State(tr("revise"), "triangle-alert", Mood.WARN) if one.revise else None

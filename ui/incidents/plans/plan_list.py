"""The plans with their versions: what waits, what is overdue, and what the office has still to confirm."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr, tr_n
from app.incidents.drills.plan_findings import plan_findings
from app.incidents.drills.read_drills import PlayedDrill
from app.incidents.kept_plans.version import PlanLine, Review
from ui.incidents.papers.list_printing import show_list
from ui.incidents.plans.plan_words import approved_words, keys_of, line_state
from ui.sentences.incidents import said
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.surface import row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption

KEYS = "incidents.plans"


class PlanList(Section[PlanLine]):
    """`read_wanted`, `edit_wanted` ask for a plan by its code; `file_wanted` to take one from a file."""

    read_wanted = Signal(str)
    edit_wanted = Signal(str)
    file_wanted = Signal()
    left = Signal()
    needs = Permission.MANAGE_PLANS
    folding = (mark("Approved by"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Plans"),
            TableView(tr("Plans"), _columns(), key=_code, look=lambda line: RowLook(quiet=line.is_retired)),
            words=tr("What to do, step by step, for each kind of incident. An incident that runs keeps its version."),
            empty=EmptyState(tr("No plan yet"), tr("Take one from a file.")),
            filter_hint=tr("Name, letters or state"),
        )
        self._played: tuple[PlayedDrill, ...] = ()
        self.found = caption("", Tone.WARN).wrap()
        self._box.addLayout(row(self.found, margins=(24, 0, 24, 10)))
        read = self.offer("read", tr("Read the plan"), "Return", self.on_row(self._on_read), Kind.PRIMARY, in_rows=True)
        read.turn_on()
        self.offer("edit", tr("Edit"), "F4", self.on_row(self._on_edit), icon="pencil")
        self.offer("reviewed", tr("Gone over, stands"), "F6", self.on_row(self._on_reviewed))
        self.offer("retire", tr("Out of use, or in again"), "F7", self.on_row(self._on_retire))
        self.offer("file", tr("From a file"), "F8", self.file_wanted.emit, Kind.QUIET, icon="folder-open")
        printing = self.offer("print", tr("Print"), "Ctrl+P", self.on_row(self._on_print), Kind.QUIET, icon="printer")
        printing.turn_on()
        self.opens(read)
        self.table.current_changed.connect(self._on_current)
        context.actions.add(f"{KEYS}.back", tr("Back to the incidents"), "Esc", self._on_back, context=KEYS)

    def load(self) -> None:
        lines = self.context.office.plan_versions.lines()
        self._played = self.context.office.drills.played()
        self.table.show_rows(lines)
        words = _to_do(lines)
        overdue = any(line.review is Review.OVERDUE and not line.is_retired for line in lines)
        self.strip.say(words, Mood.DANGER if overdue else Mood.WARN)

    def show_code(self, code: str) -> None:
        """Make this plan current."""
        self.table.choose_key(code)

    def _on_current(self, line: PlanLine | None) -> None:
        """What drills asked of the chosen plan stands below the list until a new version answers it."""
        found = () if line is None else plan_findings(self._played, _code(line), line.version.written_at)
        told = tr("; ").join(f"{one.number} {one.text}" for one in found)
        self.found.show_text(tr("Drills ask for a change: {what}").format(what=told) if told else "")

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_read(self, line: PlanLine) -> None:
        self.read_wanted.emit(_code(line))

    def _on_edit(self, line: PlanLine) -> None:
        self.edit_wanted.emit(_code(line))

    def _on_print(self, line: PlanLine) -> None:
        show_list(self.context, _code(line))

    def _on_reviewed(self, line: PlanLine) -> None:
        name = said(line.version.plan.name)
        title = tr("“{plan}” was gone over and stands as it is?").format(plan=name)
        months = tr_n("{n} month", "{n} months", line.version.plan.review_months).format(
            n=line.version.plan.review_months
        )
        words = tr("Its next review is then due in {months}.").format(months=months)
        if self.context.questions.confirm(title, words, tr("It stands")):
            act = partial(self.context.office.plan_versions.confirm_review, self.context.actor, _code(line))
            self.attempt(act, tr("“{plan}” is gone over").format(plan=name))

    def _on_retire(self, line: PlanLine) -> None:
        versions, name, code = self.context.office.plan_versions, said(line.version.plan.name), _code(line)
        if line.is_retired:
            act = partial(versions.use_again, self.context.actor, code)
            self.attempt(act, tr("“{plan}” is in use again").format(plan=name))
            return
        title = tr("Put “{plan}” out of use: nobody can start it any more").format(plan=name)
        reason = self.context.questions.ask_text(title, tr("Why"))
        if reason is not None:
            act = partial(versions.retire, self.context.actor, code, reason)
            self.attempt(act, tr("“{plan}” is out of use").format(plan=name))


def _code(line: PlanLine) -> str:
    return line.version.plan.code


def _to_do(lines: tuple[PlanLine, ...]) -> str:
    used = [line for line in lines if not line.is_retired]
    overdue = sum(line.review is Review.OVERDUE for line in used)
    waiting = sum(line.waiting is not None for line in used)
    open_facts = sum(line.to_confirm for line in used)
    parts = []
    if overdue:
        words = tr_n("{n} plan has to be gone over", "{n} plans have to be gone over", overdue)
        parts.append(words.format(n=overdue))
    if waiting:
        words = tr_n("{n} version waits for approval", "{n} versions wait for approval", waiting)
        parts.append(words.format(n=waiting))
    if open_facts:
        words = tr_n(
            "{n} step holds a fact that this office has to confirm",
            "{n} steps hold facts that this office has to confirm",
            open_facts,
        )
        parts.append(words.format(n=open_facts))
    return tr("; ").join(parts)


def _columns() -> list[Column[PlanLine]]:
    return [
        Column(tr("Keys"), lambda line: keys_of(line.version.plan), tone=Tone.INK2),
        Column(tr("Incident plan"), lambda line: said(line.version.plan.name), bold=True, stretch=True),
        Column(tr("Version"), lambda line: line.version.plan.version, Cell.NUMBER),
        Column(tr("Approved by"), lambda line: approved_words(line.version)),
        Column(tr("Review due"), lambda line: line.version.review_due, Cell.DATE, tone=Tone.INK2),
        Column(tr("To confirm"), lambda line: line.to_confirm or None, Cell.NUMBER),
        Column(tr("State"), line_state, Cell.STATE, whole=True),
    ]

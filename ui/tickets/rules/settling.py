"""From an edit of deadlines to its being saved: first which open tickets would change, and whether they follow."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.deadlines.edits import DueChange, Edit
from app.tickets.deadlines.refusals import DeadlinesMovedMeanwhile
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.columns import Column
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 8


class Follow(StrEnum):
    """What becomes of open tickets."""

    FOLLOW = "follow"
    KEEP = "keep"


class ChangesPanel(QuestionPanel[Follow]):
    """Every clock of an open ticket that an edit would change, before anything is saved."""

    def __init__(self, changes: tuple[DueChange, ...], problem: str = "") -> None:
        super().__init__(changed_words(changes), width=860)
        self.table: TableView[DueChange] = TableView(
            self.title, _columns(), key=lambda one: (one.ticket_id, one.clock), row_height=28
        )
        self.table.show_rows(changes)
        self.table.setMinimumHeight(self.table.height_of_rows(min(len(changes), _ROWS)) + 4)
        said = tr(
            "Closed tickets stay as they are. Open ones follow, or keep what was promised when they were reported."
        )
        self.body.addWidget(body(said).wrap())
        self.body.addWidget(self.table, 1)
        self._problem = ErrorLine()
        self._problem.show_problem(problem)
        self.body.addWidget(self._problem)
        self.setFocusProxy(self.table)

    def problem(self) -> str:
        """What was refused the last time."""
        return self._problem.text()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "keep", tr("Save, they keep theirs"), "F8", lambda: self.answer(Follow.KEEP))
        save = tr("Save, they follow")
        self.add_button(actions, "follow", save, "F9", lambda: self.answer(Follow.FOLLOW), Kind.PRIMARY)


def settle(context: Context, edit: Edit) -> bool:
    """Save an edit, after a yes to what it changes; False if the person backed out. Raises what is refused."""
    deadlines, problem = context.office.deadlines, ""
    while True:
        changes = deadlines.preview(context.actor, edit)
        if not changes:
            deadlines.apply(context.actor, edit)
            context.messages.done(tr("Saved. No open ticket changes."))
            return True
        answer = context.questions.ask(ChangesPanel(changes, problem))
        if answer is None:
            return False
        try:
            deadlines.apply(context.actor, edit, changes if answer is Follow.FOLLOW else ())
        except DeadlinesMovedMeanwhile as refusal:
            problem = say(refusal)
            continue
        context.messages.done(_done(answer, changes))
        return True


def changed_words(changes: tuple[DueChange, ...]) -> str:
    """`3 open tickets change`."""
    count = len({one.ticket_id for one in changes})
    return tr_n("{count} open ticket changes", "{count} open tickets change", count).format(count=count)


def _done(answer: Follow, changes: tuple[DueChange, ...]) -> str:
    if answer is Follow.KEEP:
        return tr("Saved. Open tickets keep what was promised.")
    return tr("Saved. {changed}.").format(changed=changed_words(changes))


def _columns() -> list[Column[DueChange]]:
    return [
        Column(tr("Ticket"), lambda one: one.number, bold=True),
        Column(tr("Where"), lambda one: one.where, stretch=True),
        Column(tr("Step"), lambda one: tr(CLOCKS[one.clock])),
        Column(tr("Due so far"), _before),
        Column(tr("Due then"), _after),
    ]


def _before(one: DueChange) -> str:
    return tr("not owed") if one.before is None else show_time(one.before)


def _after(one: DueChange) -> str:
    return tr("no longer owed") if one.after is None else show_time(one.after)

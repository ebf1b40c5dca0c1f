"""What every question about tickets has: fields, F9, refusals in their place, and the other window named by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.core.show import mask_personal
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import Moved
from app.tickets.refusals import ChangedElsewhere
from ui.sentences import say
from ui.shell.actions import Action, ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.done import Done
from ui.tickets.doing.elsewhere_words import clash_words
from ui.tickets.doing.plan_words import plan_words
from ui.tickets.doing.several import ChangesOf, carried_out, planned
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import body

_WIDTH = 600
DO = ("F9", "Return", "Ctrl+Return")
Place = tuple[type[Refusal], QWidget]


class TicketPanel(QuestionPanel[Done]):
    """Ends only once the office has taken it; with several tickets it first shows what would become of each.

    Subclasses add their fields to `form`, call `lay_out`, and give `run` for one ticket and `changes_of` for several.
    """

    def __init__(self, context: Context, title: str, yes: str, rows: Sequence[TicketRow]) -> None:
        super().__init__(title, width=_WIDTH)
        self._context, self.rows = context, list(rows)
        self._yes = yes
        self._do: Action | None = None
        self._is_shown = False
        self.form = Form()
        self.problem = ErrorLine()
        self.preview = body("", Tone.INK2).wrap()
        self.places: Sequence[Place] = ()

    @property
    def row(self) -> TicketRow:
        """The ticket, as it was last seen here."""
        return self.rows[0]

    def lay_out(self, first: QWidget, *above: QWidget) -> None:
        """Put the parts in their places and the focus in the first field."""
        for part in (body(about_words(self.rows), Tone.INK2).wrap(), *above, self.form, self.preview, self.problem):
            self.body.addWidget(part)
        self.setFocusProxy(first)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self._do = self.add_button(actions, "do", self._yes, DO, self._on_do, Kind.PRIMARY)

    def run(self) -> Done | None:
        """Do it with the one ticket; nothing where the person thought better of it."""
        raise NotImplementedError

    def changes_of(self) -> ChangesOf:
        """The changes for each of several tickets."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether the fields may be used."""
        return self.form.check()

    def done(self, moved: Moved, words: str) -> Done:
        """What was done with the one ticket."""
        return Done(moved.step, words, moved.elsewhere)

    def look_again(self) -> None:
        """Something else is typed: show anew what would become of it."""
        self._is_shown = False
        self._clear()
        if self._do is not None:
            self._do.say(self._yes)
        self.preview.show_text("")

    def _on_do(self) -> None:
        if not self.ready():
            return
        self._clear()
        try:
            done = self._carry_out() if len(self.rows) > 1 else self.run()
        except Refusal as refusal:
            self._say(refusal)
        else:
            if done is not None:
                self.answer(done)

    def _carry_out(self) -> Done | None:
        if not self._is_shown:
            self._show_plan(self.changes_of())
            return None
        done = carried_out(self._context, self.rows, self.changes_of())
        changed = len(done.step.tickets)
        words = tr_n("{count} ticket is changed", "{count} tickets are changed", changed).format(count=changed)
        return Done(done.step, words, refused=done.refused)

    def _show_plan(self, changes_of: ChangesOf) -> None:
        plan = planned(self._context, self.rows, changes_of)
        self.preview.show_text(plan_words(self._context, plan))
        count = sum(one.refused is None for one in plan)
        if count and self._do is not None:
            self._is_shown = True
            self._do.say(tr_n("Do it with {count} ticket", "Do it with {count} tickets", count).format(count=count))

    def _clear(self) -> None:
        self.problem.show_problem("")
        for _, field in self.places:
            self.form.show_problem(field, "")

    def _say(self, refusal: Refusal) -> None:
        if isinstance(refusal, ChangedElsewhere):
            self.problem.show_problem(clash_words(self._context, refusal))
            self.rows = list(self._context.office.ticket_lists.rows([row.id for row in self.rows]))
            return
        field = next((field for kind, field in self.places if isinstance(refusal, kind)), None)
        if field is None:
            self.problem.show_problem(say(refusal))
            return
        self.form.show_problem(field, say(refusal))
        field.setFocus()


def about_words(rows: Sequence[TicketRow]) -> str:
    """Which ticket it is about, or how many."""
    if len(rows) == 1:
        one = rows[0]
        return "  ".join(
            part for part in (one.number, one.where, " ".join(mask_personal(one.text).split())[:60]) if part
        )
    numbers = ", ".join(one.number for one in rows[:6]) + (" …" if len(rows) > 6 else "")
    return tr("{count} tickets: {numbers}").format(count=len(rows), numbers=numbers)


def text_area(name: str, lines: int, changed: Callable[[], None]) -> TextArea:
    """A field for several lines whose typing takes problems away."""
    area = TextArea(name, lines=lines)
    area.textChanged.connect(changed)
    return area

"""What the repair report says beside the ticket: what was found, done and tested, and what is advised."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.papers.refusals import FindingsMissing
from app.tickets.papers.repair_report_facts import Findings
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.ticket_panel import about_words, text_area
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class FindingsPanel(QuestionPanel[Findings]):
    """Begins with what the closing says; `check` refuses what is no report."""

    def __init__(self, page: TicketPage, check: Callable[[Findings], object]) -> None:
        super().__init__(tr("Repair report"), width=640)
        self._check = check
        closing = page.closing or {}
        self.found = text_area(tr("Found"), 3, self._clear)
        self.done = text_area(tr("Done about it"), 3, self._clear)
        self.tested, self.advice = text_area(tr("Tested"), 2, self._clear), text_area(tr("Advice"), 2, self._clear)
        self.problem, form = ErrorLine(), Form()
        for field in (self.found, self.done, self.tested, self.advice):
            form.add(field.accessibleName(), field)
        self.found.set_text(closing.get("cause", ""))
        self.done.set_text(closing.get("action", ""))
        for part in (body(about_words([page.row]), Tone.INK2).wrap(), form, self.problem):
            self.body.addWidget(part)
        self.setFocusProxy(self.found)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "show", tr("Show the report"), ("F9", "Ctrl+Return"), self._on_show, Kind.PRIMARY)

    def _on_show(self) -> None:
        texts = (field.text().strip() for field in (self.found, self.done, self.tested, self.advice))
        said = Findings(*texts)
        try:
            self._check(said)
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            if isinstance(refusal, FindingsMissing):
                (self.done if said.found else self.found).setFocus()
            return
        self.answer(said)

    def _clear(self) -> None:
        if hasattr(self, "problem"):
            self.problem.show_problem("")

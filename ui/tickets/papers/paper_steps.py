"""What is done with papers of the ticket beside: shown, printed, told where one did not come out, and sent again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.paper_copies import Paper
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.papers.repair_report_facts import NO_FINDINGS, Findings
from app.tickets.papers.ticket_papers import TicketFacts, TicketSheet
from ui.printing.print_job import PrintJob
from ui.sentences import say
from ui.shell.actions import Action
from ui.tickets.doing.asking import Asking
from ui.tickets.papers.findings_panel import FindingsPanel
from ui.tickets.papers.paper_words import paper_title
from ui.tickets.papers.papers_panel import PapersPanel
from ui.tickets.papers.parts_panel import PartsPanel
from ui.tickets.papers.ticket_printing import TicketPrinting, draw_sheet, profile_of
from ui.tickets.tab import TAB
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_MOST_NAMED = 3


class PaperSteps(QObject):
    """`notice` is the strip where it is said that a paper is not printed."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self._asking, self._context = asking, asking.context
        self.printing = TicketPrinting(self._context, self)
        self.notice = NoteStrip(folds=True)
        self.again: Action = self._context.actions.add(
            "tickets.print_again", tr("Print now"), "F8", self.retry, context=TAB, commits=True,
            help=tr("Print what is not on paper yet"),
        )  # fmt: skip
        if self._context.printing is not None:
            self._context.printing.use_left_over(self.printing.left_over)
            self.printing.changed.connect(self.look)
            QTimer.singleShot(0, self, self.look)

    def print_order(self) -> None:
        """Ctrl+P: at once, for the worker stands there; one that never came out before is not sent again."""
        page = self._asking.page()
        if page is None:
            return
        problem = self._print_new(page, Paper.WORK_ORDER, NO_FINDINGS)
        if problem:
            self._context.messages.wrong(problem)
        self._asking.changed.emit(None)

    def papers(self) -> None:
        """Ctrl+Shift+P."""
        page = self._asking.page()
        if page is not None:
            self._context.questions.ask(PapersPanel(self._context, page, self))
            self._asking.changed.emit(None)

    def retry(self) -> None:
        """F8."""
        try:
            left = [] if self.printing.retry() else self.printing.left_over()
            for paper in left:
                paper.send()
        except (Refusal, Trouble) as error:
            self._asking.wrong(error)
            return
        self._asking.hint(tr("Sent to the printer again") if left or self.printing.in_hand() else _all_printed())
        self.look()

    def look(self) -> None:
        """Say what is not printed."""
        words = _failed_words(self.printing.failed) or self._left_words()
        if words:
            self.notice.say(words, Mood.WARN, icon="printer", word=tr("Not on paper yet"))
            self.notice.offer(self.again)
        else:
            self.notice.clear()

    def show_new(self, page: TicketPage, paper: Paper) -> str:
        """A paper as it would be now, to be printed or saved; why not, where it cannot."""
        said: Findings | None = NO_FINDINGS
        if paper is Paper.REPAIR_REPORT:
            said = self._asking.put(FindingsPanel(page, lambda found: self._draft(page, paper, found)), page.row.id)
        if said is None:
            return ""
        findings = said
        return self._or_why(lambda: self._show_draft(page, paper, findings))

    def show_issued(self, number: int) -> str:
        """A paper as it was issued, to be printed again."""
        return self._or_why(lambda: self._show_again(number))

    def show_parts(self, page: TicketPage) -> str:
        """The parts of the month in which the ticket was reported."""
        today = self._context.clock.now().date()
        facts = self._context.questions.ask(
            PartsPanel(self._context, page.row.reported_at.date().replace(day=1), today)
        )
        if facts is not None:
            from app.paper.profiles import A4_LANDSCAPE  # noqa: PLC0415 - the drawing library
            from app.tickets.papers.parts_paper import TITLE, missing_on_parts, parts_pdf  # noqa: PLC0415 - as above
            from ui.printing.paper_desk import ReadyPaper, show_paper  # noqa: PLC0415 - the library that shows PDFs

            show_paper(self._context, ReadyPaper(TITLE, parts_pdf(facts), A4_LANDSCAPE, missing_on_parts(facts)))
        return ""

    def _draft(self, page: TicketPage, paper: Paper, said: Findings) -> TicketFacts:
        return self._context.office.ticket_papers.draft(self._context.actor, page.row.id, paper, said)

    def _show_draft(self, page: TicketPage, paper: Paper, said: Findings) -> str:
        if self._wanted(TicketSheet(0, paper, 0, self._draft(page, paper, said), None)):
            return self._print_new(page, paper, said)
        return ""

    def _show_again(self, number: int) -> str:
        paper, facts = self._context.office.ticket_papers.facts(number)
        return self._print(number) if self._wanted(TicketSheet(number, paper, 0, facts, None)) else ""

    def _wanted(self, sheet: TicketSheet) -> bool:
        """Show it; whether it is to be printed. Saving it as a file prints nothing."""
        from app.tickets.papers.draw_sheet import missing_on_sheet  # noqa: PLC0415 - as above
        from ui.printing.paper_desk import PaperPanel, ReadyPaper, save_paper  # noqa: PLC0415 - as above

        profile = profile_of(self._context.office.receipts.paper(), sheet.paper)
        title, pdf = paper_title(sheet.paper, sheet.facts.number), draw_sheet(sheet, profile)
        ready = ReadyPaper(title, pdf, profile, missing_on_sheet(sheet.facts))
        wanted = self._context.questions.ask(PaperPanel(title, pdf, ready.missing))
        if wanted is False:
            save_paper(self._context, ready)
        return wanted is True

    def _print_new(self, page: TicketPage, paper: Paper, said: Findings) -> str:
        def run() -> str:
            self.printing.supersede(paper, page.row.number)
            number = self._context.office.ticket_papers.issue(self._context.actor, page.row.id, paper, said)
            return self._print(number)

        return self._or_why(run)

    def _print(self, number: int) -> str:
        paper, facts = self._context.office.ticket_papers.facts(number)
        if self.printing.print_paper(number):
            words = tr("“{paper}” went to the printer").format(paper=paper_title(paper, facts.number))
            self._context.messages.done(words)
        return ""

    def _or_why(self, run: Callable[[], str]) -> str:
        try:
            return run()
        except (Refusal, Trouble) as error:
            return say(error)

    def _left_words(self) -> str:
        names = [paper.title for paper in self.printing.left_over()]
        return tr(", ").join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _failed_words(failed: Sequence[PrintJob]) -> str:
    if not failed:
        return ""
    newest = max(failed, key=lambda job: job.number)
    return newest.title if newest.error is None else f"{newest.title}：{say(newest.error)}"


def _all_printed() -> str:
    return tr("Every paper is printed.")

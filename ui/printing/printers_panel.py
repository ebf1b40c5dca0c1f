"""Printers and papers: for each kind of document its printer, paper and offset, with pages to try them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.settings import RECEIPT_PAPER
from app.paper.documents import DocumentKind, PrintSetup
from app.paper.profiles import A4, A5_LANDSCAPE, PROFILES, PaperProfile
from ui.printing.print_job import Draw
from ui.printing.setup_form import SetupForm
from ui.printing.setup_words import KINDS, printer_words, show_offset
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.table_view import TableView
from ui.widgets.text_label import caption

_PAPERS = {
    DocumentKind.REFUND: A5_LANDSCAPE,
    DocumentKind.Z_REPORT: A4,
    DocumentKind.NOTICE: A4,
    DocumentKind.SLIP: A5_LANDSCAPE,
}


@dataclass(frozen=True, slots=True)
class SetupRow:
    """One kind of document with how it is printed."""

    kind: DocumentKind
    setup: PrintSetup
    paper: PaperProfile


class PrintersPanel(QuestionPanel[None]):
    """The kinds above, the fields of the chosen one below; printers are asked for off the window's thread."""

    keeps_typed = False
    most = (960, 720)

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Printers and papers"), width=720)
        self._context = context
        self._table: TableView[SetupRow] = TableView(
            tr("Kinds of documents"),
            [
                Column(tr("Document"), lambda row: tr(KINDS[row.kind]), bold=True),
                Column(tr("Printer"), lambda row: printer_words(row.setup.printer), stretch=True),
                Column(tr("Paper"), lambda row: row.paper.name),
                Column(tr("Moved (mm)"), _moved),
            ],
            lambda row: row.kind,
        )
        words = RECEIPT_PAPER.kind.words  # type: ignore[attr-defined]  # one of a few papers
        self.form = SetupForm([(tr(text), name) for name, text in words.items()])
        self._said = caption(tr("Looking for printers …"), Tone.INK2)
        self._problem = ErrorLine()
        self._lay_out()
        self._table.current_changed.connect(lambda _: self._show_current())
        context.printing.printers_listed.connect(self._on_printers)
        self._read()
        self._table.choose(0)
        self._show_current()
        context.printing.list_printers()

    def add_actions(self, actions: ActionRegistry) -> None:
        """Test page and calibration page left; back and save right."""
        self.add_button(actions, "test", tr("Test page"), "F6", self._on_test)
        self.add_button(actions, "calibrate", tr("Page with rulers"), "F7", self._on_calibrate)
        for at in range(2):
            self.buttons.insertItem(at, self.buttons.takeAt(self.buttons.count() - 2 + at))
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        save = self.add_button(actions, "save", tr("Save"), "F9", self._on_save, Kind.PRIMARY)
        if not self._context.actor.may(Permission.CHANGE_SETTINGS):
            save.turn_off(tr("Only a supervisor changes printers and papers."))

    def _lay_out(self) -> None:
        self._table.setFixedHeight(self._table.height_of_rows(len(DocumentKind)))
        self.body.addWidget(Scrolling(column(self._table, self._said, self.form, None)), 1)
        self.body.addWidget(self._problem)
        self.setFocusProxy(self._table)

    def _read(self) -> None:
        setups = self._context.office.print_setups.read()
        self._table.show_rows([SetupRow(kind, setups[kind], self._paper_of(kind)) for kind in DocumentKind])

    def _paper_of(self, kind: DocumentKind) -> PaperProfile:
        if kind is DocumentKind.RECEIPT:
            return PROFILES[self._receipt_paper()]
        return _PAPERS[kind]

    def _receipt_paper(self) -> str:
        lines = (line for section in self._context.office.settings.read() for line in section.lines)
        return str(next(line.value for line in lines if line.setting is RECEIPT_PAPER))

    def _row(self) -> SetupRow:
        row = self._table.current()
        assert row is not None
        return row

    def _show_current(self) -> None:
        row = self._table.current()
        if row is None:  # the rows are being replaced
            return
        self._problem.show_problem("")
        self.form.show_setup(row.kind, row.setup, row.paper.name if row.kind is DocumentKind.RECEIPT else "")

    def _on_printers(self, names: list[str]) -> None:
        self.form.offer_printers(names)
        if not names:
            self._said.show_text(
                tr("This computer has no printer set up. Add one in the system's settings."), Tone.WARN
            )
        else:
            self._said.show_text(tr("Printers found: {names}").format(names=", ".join(names)), Tone.INK2)

    def _on_save(self) -> None:
        row, setup = self._row(), self.form.setup()
        if setup is None:
            return
        office, actor = self._context.office, self._context.actor
        try:
            office.print_setups.change(actor, row.kind, setup)
            if row.kind is DocumentKind.RECEIPT:
                office.settings.change(actor, {RECEIPT_PAPER: self.form.chosen_paper()})
        except (Refusal, Trouble) as error:
            self._problem.show_problem(say(error))
            return
        self._problem.show_problem("")
        self._read()
        self._show_current()
        self._context.changes.announce("settings", "counter", by=self)
        self._context.messages.done(tr("Saved how “{kind}” are printed").format(kind=tr(KINDS[row.kind])))

    def _on_calibrate(self) -> None:
        from app.paper.calibration import calibration_pdf  # noqa: PLC0415 - reads the drawing library

        paper = self._paper_shown()
        self._try(tr("Page with rulers {paper}").format(paper=paper.name), paper, lambda: calibration_pdf(paper))

    def _on_test(self) -> None:
        from ui.printing.trial_page import trial_bytes, trial_page  # noqa: PLC0415 - reads the drawing library

        paper, layouts, overlay = self._paper_shown(), self._context.office.layouts, self.form.overlay.isChecked()
        title, at = tr("Test page {paper}").format(paper=paper.name), self._context.clock.now()
        spell = partial(trial_bytes, paper, at) if paper.roll else None
        self._try(title, paper, lambda: trial_page(paper, layouts, at, overlay=overlay), spell)

    def _try(self, title: str, paper: PaperProfile, draw: Draw, own_letters: Draw | None = None) -> None:
        """Print with what the fields say, saved or not."""
        setup = self.form.setup()
        if setup is None:
            return
        kind = self._row().kind
        self._context.printing.submit(title, paper, draw, kind=kind, own_letters=own_letters, setup=setup)
        words = tr("“{paper}” went to {printer}")
        self._context.messages.done(words.format(paper=title, printer=printer_words(setup.printer)))

    def _paper_shown(self) -> PaperProfile:
        row = self._row()
        return PROFILES[self.form.chosen_paper()] if row.kind is DocumentKind.RECEIPT else row.paper


def _moved(row: SetupRow) -> str:
    offset = row.setup.offset
    return f"{show_offset(offset.x)} / {show_offset(offset.y)}"

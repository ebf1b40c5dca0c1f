"""A paper that the office may print or keep: shown first, then sent to the printer or saved as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.language import tr
from app.paper.documents import DocumentKind
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.preview_dialog import PreviewPanel
from ui.printing.print_job import PrintJob
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.saving import FileWanted, save_file

if TYPE_CHECKING:
    from app.paper.lettering import MissingGlyph  # would read the drawing library
    from app.paper.profiles import PaperProfile


@dataclass(frozen=True, slots=True)
class ReadyPaper:
    """A drawn paper: its name, its pages, what it is printed on, and the characters that it prints as boxes.

    `kind` says whose printer it goes to.
    """

    title: str
    pdf: bytes
    profile: PaperProfile
    missing: Sequence[MissingGlyph] = ()
    kind: DocumentKind = DocumentKind.NOTICE


class PaperPanel(PreviewPanel):
    """Answers True to print the paper, False to save it as a file, nothing to go back."""

    def add_actions(self, actions: ActionRegistry) -> None:
        """Zoom and pages left; back, save and print right."""
        super().add_actions(actions)
        self.add_button(actions, "save", tr("Save as PDF"), "Ctrl+S", lambda: self.answer(answer=False))
        saving = self.buttons.takeAt(self.buttons.count() - 1)
        self.buttons.insertItem(self.buttons.count() - 1, saving)


def show_paper(context: Context, paper: ReadyPaper) -> None:
    """Show a paper, and do with it what the person asks for."""
    wanted = context.questions.ask(PaperPanel(paper.title, paper.pdf, paper.missing))
    if wanted is True:
        if not plain_paper_agreed(context, paper.kind, paper.title):
            return
        job = context.printing.submit(paper.title, paper.profile, lambda: paper.pdf, kind=paper.kind)
        context.messages.done(tr("“{paper}” goes to the printer").format(paper=paper.title))
        _Outcome(context, job.number)
    elif wanted is False:
        save_paper(context, paper)


class _Outcome(QObject):
    """Says whether the paper came out: where no printer is set up, nobody must wait for it."""

    def __init__(self, context: Context, number: int) -> None:
        super().__init__(context.printing)
        self._context, self._number = context, number
        context.printing.printed.connect(self._on_printed)
        context.printing.failed.connect(self._on_failed)

    def _on_printed(self, job: PrintJob) -> None:
        if job.number == self._number:
            self._context.messages.done(tr("“{paper}” is printed").format(paper=job.title))
            self.deleteLater()

    def _on_failed(self, job: PrintJob) -> None:
        if job.number == self._number:
            words = tr("“{paper}” was not printed. Open it again: Ctrl+S keeps it as PDF.")
            self._context.messages.wrong(words.format(paper=job.title))
            self.deleteLater()


def save_paper(context: Context, paper: ReadyPaper) -> None:
    """Keep a paper as a file."""
    wanted = FileWanted(tr("Save as PDF"), f"{paper.title}.pdf", tr("PDF (*.pdf)"), paper.title)
    try:
        saved = save_file(context, wanted, lambda path: path.write_bytes(paper.pdf))
    except OSError as error:
        words = tr("{file} could not be written: {why}. Choose another place.")
        context.messages.wrong(words.format(file=error.filename or wanted.name, why=error.strerror))
        return
    if saved is not None:
        context.messages.done(tr("Saved as {file}").format(file=saved[0]))

"""The papers for a power cut, from the question to the printer and the folder; off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.outages.power_cuts import CutPapers
from ui.counter.outages.prepare_panel import Preparation, PreparePanel
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.worker import Progress

_DRAWING = 10  # parts of the progress that drawing takes, after reading


@dataclass(frozen=True, slots=True)
class DrawnPapers:
    """Both papers as PDFs, and why they could not be kept as files, if so."""

    papers: CutPapers
    roster: bytes
    blanks: bytes
    missing: int
    not_kept: Trouble | None


class OutagePapers:
    """Makes the papers; `changed` is told by the desk's announcement."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def prepare(self) -> None:
        """Ask who takes the blanks, then read, draw, keep and print."""
        office = self._context.office
        folder = office.power_cuts.folder()
        is_chosen = not folder.is_relative_to(office.store.folder.path)
        wish = self._context.questions.ask(PreparePanel("", folder, keeps=is_chosen))
        if wish is not None:
            self._context.worker.run(
                tr("Preparing for the power cut"),
                lambda progress: self._make(wish, progress),
                self._print,
                self._refused,
            )

    def open_folder(self) -> None:
        """Show the folder of the papers in the system's own window."""
        folder = self._context.office.power_cuts.folder()
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._context.messages.hint(tr("There are no papers for an outage now."))

    def _make(self, wish: Preparation, progress: Progress) -> DrawnPapers:
        from app.counter.outages.paper_files import PaperFiles  # noqa: PLC0415 - read where it is needed
        from app.counter.papers.arrears_roster import missing_glyphs, roster_pdf  # noqa: PLC0415 - the drawing library
        from app.counter.papers.blank_receipts import blank_receipts_pdf  # noqa: PLC0415 - as above

        papers = self._context.office.power_cuts.prepare(self._context.actor, wish.holder, wish.blanks, progress)
        roster, blanks = roster_pdf(papers.roster, progress), blank_receipts_pdf(papers.blanks)
        not_kept: Trouble | None = None
        try:
            files = PaperFiles(papers.folder, papers.label)
            files.keep(roster if wish.keeps else None, blanks)
            if wish.keeps:
                contains = tr("Arrears roster: names, what they owe, last digits of telephones")
                self._context.office.trail.note_saved(self._context.actor, str(files.roster), contains)
        except Trouble as trouble:  # the papers are printed all the same
            not_kept = trouble
        return DrawnPapers(papers, roster, blanks, len(missing_glyphs(papers.roster)), not_kept)

    def _print(self, drawn: DrawnPapers) -> None:
        from app.counter.papers.arrears_roster import TITLE  # noqa: PLC0415 - the drawing library
        from app.counter.papers.blank_receipts import PAPER  # noqa: PLC0415 - as above
        from app.paper.profiles import A4_LANDSCAPE  # noqa: PLC0415 - as above

        context, papers = self._context, drawn.papers
        context.printing.submit(f"{TITLE} {papers.label}", A4_LANDSCAPE, lambda: drawn.roster)
        slips = papers.blanks.slips
        context.printing.submit(f"{slips[0].label} – {slips[-1].label}", PAPER, lambda: drawn.blanks)
        words = tr("{households} households on the roster {label}; blanks {first} – {last} are on {holder}.").format(
            households=papers.roster.households,
            label=papers.label,
            first=slips[0].label,
            last=slips[-1].label,
            holder=papers.blanks.holder,
        )
        context.messages.done(words)
        if drawn.missing:
            context.messages.hint(
                tr("{n} characters of names are printed as boxes: write them by hand.").format(n=drawn.missing)
            )
        if drawn.not_kept is not None:
            context.messages.wrong(say(drawn.not_kept))
        context.changes.announce("outage", by=self)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self._context.questions.tell(tr("Nothing was printed"), say(error))
        else:
            raise error

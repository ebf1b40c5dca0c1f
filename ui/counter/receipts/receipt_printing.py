"""Sends receipts to the printer after they are durable, and notes what came out of it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.papers.cash_moved import moves_cash
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, Undone
from app.counter.receipts.receipt_list import WaitingPaper
from app.counter.receipts.receipts import ReceiptSheet
from app.paper.documents import DocumentKind
from app.paper.profiles import PROFILES, THIRD_FORM, PaperProfile
from ui.printing.left_paper import LeftPaper
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.paper_printing import PaperPrinting
from ui.printing.print_batch import BatchPaper
from ui.printing.print_job import PrintJob

if TYPE_CHECKING:
    from app.counter.papers.layouts import Layouts  # would read the drawing library


class ReceiptPrinting(PaperPrinting):
    """Receipts: those that failed are drawn anew, as they stand then."""

    def print_receipt(self, receipt_id: ReceiptId, paper: str) -> bool:
        """Queue the next paper of a receipt: the original until it was printed, then a copy with its number.

        A paper of it that is on its way is not sent twice; one that failed is drawn anew, as the receipt stands now.
        False where no plain paper was put in for it. Raises NotPermitted for copies.
        """
        self.forget(receipt_id)
        if self.is_moving(receipt_id):
            return True
        made, printing = self.prepare(receipt_id, paper), self._context.printing
        sheet = made.tag
        assert isinstance(sheet, ReceiptSheet)
        if not (sheet.on_form or plain_paper_agreed(self._context, made.kind, made.title)):
            return False
        printing.submit(made.title, made.paper, made.draw, sheet, kind=made.kind, own_letters=made.own_letters)
        spelled = printing.setup(DocumentKind.RECEIPT).own_letters and made.own_letters is not None
        if not spelled and opens_drawer(sheet):
            printing.open_drawer(tr("Cash drawer"))  # the printer's driver knows no drawer
        return True

    def prepare(self, receipt_id: ReceiptId, paper: str, *, drawer: bool = True) -> BatchPaper:
        """The next paper of a receipt, ready to be queued; only what a numbered form bears itself is left out on it.

        `drawer` False keeps it shut, where the money lies in it already. Letters that the printer of a roll may lack
        are said, and the receipt is drawn. Raises NotPermitted for copies.
        """
        office = self._context.office
        sheet, profile = office.receipts.sheet(self._context.actor, receipt_id), profile_named(paper)
        setup, layouts = self._context.printing.setup(DocumentKind.RECEIPT), office.layouts
        overlay = setup.overlay and (sheet.on_form or not office.books.forms_in_use())
        spells = profile.roll and not (setup.own_letters and self._warn_of_rare_letters(sheet))
        return BatchPaper(
            tr("Receipt {label}").format(label=sheet.facts.label),
            profile,
            lambda: draw_sheet(sheet, profile, layouts, overlay=overlay),
            sheet,
            DocumentKind.RECEIPT,
            partial(spell_sheet, sheet, profile, has_drawer=setup.drawer and drawer) if spells else None,
        )

    def _warn_of_rare_letters(self, sheet: ReceiptSheet) -> bool:
        """Say what the printer's own letters lack, after whatever else is said now; whether there is anything."""
        from app.counter.papers.receipt_text import rare_letters  # noqa: PLC0415 - few offices have such a printer

        letters = "".join(dict.fromkeys(rare.character for rare in rare_letters(sheet.facts)))
        if letters:
            words = tr("{letters} may be missing in the printer's own letters: {label} is drawn as a picture.")
            said = words.format(letters=letters, label=sheet.facts.label)
            QTimer.singleShot(0, self, partial(self._context.messages.hint, said))
        return bool(letters)

    def open_drawer_for(self, receipt_id: ReceiptId) -> bool:
        """Open the drawer for a receipt that nobody wants on paper, if cash goes in or out; whether a printer does."""
        if not moves_cash(self._context.office.receipts.facts(receipt_id)):
            return False
        return bool(self._context.printing.open_drawer(tr("Cash drawer")))

    def draw(self, facts: ReceiptFacts, paper: str, mark: CopyMark | None, *, voided: Undone) -> bytes:
        """A receipt as it would come out of the printer. Raises TextDoesNotFit, and what the office's layouts raise."""
        overlay = self._context.printing.setup(DocumentKind.RECEIPT).overlay
        layouts = self._context.office.layouts
        return draw_receipt(facts, profile_named(paper), mark, voided=voided, layouts=layouts, overlay=overlay)

    def retry(self) -> bool:
        """Draw again what failed; whether there was anything."""
        wanted = dict.fromkeys(_receipt_of(job) for job in self.failed)
        for receipt_id in wanted:
            self.print_receipt(receipt_id, self._context.office.receipts.paper())
        return bool(wanted)

    def left_over(self) -> list[LeftPaper]:
        """Receipts whose original waits and that are not in this session's queue, oldest first."""
        queued = self.in_hand()
        return [self._left(row) for row in reversed(self._context.office.receipts.waiting()) if row.id not in queued]

    def paper_of(self, job: PrintJob) -> Hashable:
        return job.tag.receipt_id if isinstance(job.tag, ReceiptSheet) else None

    def note(self, job: PrintJob) -> None:
        assert isinstance(job.tag, ReceiptSheet)
        self._context.office.receipts.printed(job.tag.receipt_id, job.tag.copy_no)

    def _send(self, receipt_id: ReceiptId, paper: str) -> None:
        self.print_receipt(receipt_id, paper)

    def _left(self, row: WaitingPaper) -> LeftPaper:
        receipts = self._context.office.receipts
        return LeftPaper(
            key=row.label,
            title=tr("Receipt {label}").format(label=row.label),
            kind=DocumentKind.RECEIPT,
            send=lambda: self._send(row.id, receipts.paper()),
            came_out=partial(receipts.printed, row.id, 0),
            let_go=partial(receipts.let_go, row.id),
        )


def _receipt_of(job: PrintJob) -> ReceiptId:
    assert isinstance(job.tag, ReceiptSheet)
    return job.tag.receipt_id


def profile_named(paper: str) -> PaperProfile:
    """The paper of the office's setting; the form of three where the name is not known any more."""
    return PROFILES.get(paper, THIRD_FORM)


def opens_drawer(sheet: ReceiptSheet) -> bool:
    """Whether an original moves money into or out of the drawer."""
    return sheet.mark is None and not sheet.voided and moves_cash(sheet.facts)


def draw_sheet(
    sheet: ReceiptSheet, profile: PaperProfile, layouts: Layouts | None = None, *, overlay: bool = False
) -> bytes:
    """The paper as a PDF."""
    return draw_receipt(sheet.facts, profile, sheet.mark, voided=sheet.voided, layouts=layouts, overlay=overlay)


def spell_sheet(sheet: ReceiptSheet, profile: PaperProfile, *, has_drawer: bool) -> bytes:
    """The paper in the printer's own letters."""
    from app.counter.papers.receipt_text import receipt_bytes  # noqa: PLC0415 - few offices have such a printer

    return receipt_bytes(sheet.facts, profile, sheet.mark, voided=sheet.voided, has_drawer=has_drawer)


def draw_receipt(
    facts: ReceiptFacts,
    profile: PaperProfile,
    mark: CopyMark | None,
    *,
    voided: Undone,
    layouts: Layouts | None = None,
    overlay: bool = False,
) -> bytes:
    """A receipt as a PDF; the drawing library is read when the first one is drawn."""
    from app.counter.papers.layouts import SHIPPED  # noqa: PLC0415 - as below
    from app.counter.papers.receipt_paper import receipt_pdf  # noqa: PLC0415 - 100 ms that nobody waits for before a receipt

    return receipt_pdf(facts, profile, mark, voided=voided, overlay=overlay, layouts=layouts or SHIPPED)

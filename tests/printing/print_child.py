"""Prints papers in a process of its own, as the window does: `python -m tests.printing.print_child PRINTER TITLE PAPER`.

The printing library asks its environment once for the print system, so each system needs a process.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.papers.receipt_text import receipt_bytes
from app.paper.documents import DocumentKind, Offset, PrintSetup
from app.paper.profiles import PROFILES, ROLL_80
from tests.counter.test_receipt_facts import DRAWN
from ui.printing.print_job import JobState
from ui.printing.printer_queue import PrintQueue
from ui.sentences import say

MOVED = Offset(20, -15)


def main(printer: str, title: str, paper: str) -> None:
    QApplication([])
    queue = PrintQueue()
    kind, profile = DocumentKind.RECEIPT, PROFILES.get(paper.removesuffix("+moved"), ROLL_80)
    moved = {printer: MOVED} if paper.endswith("+moved") else {}
    queue.use_setups(lambda: {kind: PrintSetup(printer, moved, own_letters=paper == "letters")})
    queue.printers_listed.connect(lambda names: print("printers", *names))  # noqa: T201 - the parent reads it
    queue.list_printers()
    queue.submit(
        title,
        profile,
        lambda: receipt_pdf(DRAWN, profile),
        kind=kind,
        own_letters=lambda: receipt_bytes(DRAWN, ROLL_80, has_drawer=True),
    )
    while queue.jobs[0].state in (JobState.WAITING, JobState.PRINTING):
        QCoreApplication.processEvents()
    job = queue.jobs[0]
    print(job.state, say(job.error) if job.error else "")  # noqa: T201 - the parent reads it
    queue.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Where printers, their names and the drawer's pulse come from; each is read with the first job that needs it."""

from __future__ import annotations

from dataclasses import dataclass

from app.paper.documents import PrintSetup
from ui.printing.print_job import Draw
from ui.printing.printer import Printer, RawPrinter


@dataclass(frozen=True, slots=True)
class Content:
    """What makes a job's paper: its PDF, or the bytes of a printer that takes ESC/POS; and a set-up that it tries.

    What goes out `once` is not sent again after a trouble.
    """

    draw: Draw
    own_letters: Draw | None
    setup: PrintSetup | None
    once: bool = False


def system_printer(name: str) -> Printer:
    """A printer of the system through its driver."""
    from ui.printing.system_printer import SystemPrinter  # noqa: PLC0415 - read with the first job, not at the start

    return SystemPrinter(name)


def raw_printer(name: str) -> RawPrinter:
    """A printer of the system past its driver."""
    from ui.printing.raw_printer import SpooledBytes  # noqa: PLC0415 - few offices have such a printer

    return SpooledBytes(name)


def pulse() -> bytes:
    """What opens a drawer."""
    from app.paper.escpos import drawer_pulse  # noqa: PLC0415 - reads the drawing library

    return drawer_pulse()


def printer_names() -> list[str]:
    """The printers of the system; may take half a minute, never on the thread of the window."""
    from ui.printing import system_printer as system  # noqa: PLC0415 - as above

    return system.printer_names()

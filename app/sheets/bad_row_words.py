"""The rows that cannot come in, each on a line with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.core.errors import Refusal
from app.core.language import tr
from app.sheets.row_faults import BadRow, Fault

MOST_TOLD = 20

Say = Callable[[Refusal], str]


def fault_words(fault: Fault, say: Say) -> str:
    """What is wrong, after the head of the cell that it is wrong in."""
    return f"{fault.column}: {say(fault.why)}" if fault.column else say(fault.why)


def bad_row_lines(bad: Sequence[BadRow], say: Say, most: int = MOST_TOLD) -> Iterator[str]:
    """The first rows by their numbers in the sheet, and how many more there are."""
    for one in bad[:most]:
        why = " ".join(fault_words(fault, say) for fault in one.faults)
        yield tr("  row {number}: {why}").format(number=one.row.number, why=why)
    if len(bad) > most:
        yield tr("  … and {more} more").format(more=len(bad) - most)

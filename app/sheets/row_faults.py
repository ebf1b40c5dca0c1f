"""What is wrong with a row, cell by cell, and the rows that go back to the person with it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.sheets.read_sheet import SheetRow


@dataclass(frozen=True, slots=True)
class Fault:
    """One refusal of a row; `column` is the head of the cell, empty where it concerns the whole row."""

    column: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot come in, with everything that is wrong with it."""

    row: SheetRow
    faults: tuple[Fault, ...]

"""What numbered blank receipts print: copied when the block is handed out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlankSlip:
    """One number as printed, and the twenty digits that prove it."""

    label: str
    code: str


@dataclass(frozen=True, slots=True)
class BlankReceipts:
    """A block of blanks, handed to `holder`."""

    company: str
    service_centre: str
    holder: str
    slips: tuple[BlankSlip, ...]

"""What a row of damaged data is, in the words of the office instead of the stored ones."""

from __future__ import annotations

from types import SimpleNamespace

from app.core.language import mark
from app.counter.cash.cash_reasons import MoveKind
from app.incidents.plans.plan import Both, Plan
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import as_entry
from app.incidents.words.lines import joined, line_text
from app.incidents.words.names import LINES
from app.store.salvage import Row

MOVES: dict[MoveKind, Both] = {
    MoveKind.IN: Both("存入", "put in"),
    MoveKind.OUT: Both("取出", "taken out"),
    MoveKind.BANKED: Both("缴存银行", "taken to the bank"),
    MoveKind.NO_SALE: Both("无收款开钱箱", "drawer opened without a sale"),
    MoveKind.FLOAT: Both("备用金不符", "float other than left"),
    MoveKind.DIFFERENCE: Both("长短款", "over or short"),
    MoveKind.HAND_OVER: Both("交班上缴", "handed over at the close"),
}
TABLES: dict[str, str] = {
    "receipt": mark("receipts that were printed"),
    "payment": mark("payments taken and given back"),
    "tender": mark("how it was paid"),
    "shift": mark("shifts that were opened"),
    "z_report": mark("Z reports"),
    "cash_move": mark("cash moved"),
    "journal_entry": mark("entries of the journal"),
    "user": mark("people of the office"),
    "ticket": mark("tickets that were taken down"),
    "incident": mark("incidents that were begun"),
    "incident_entry": mark("lines of incidents"),
    "incident_plan": mark("incident plans"),
    "charge": mark("charges"),
    "adjustment": mark("adjustments"),
    "reading": mark("meter readings"),
    "unit": mark("units"),
    "person": mark("people"),
    "occupancy": mark("roles on units"),
    "ticket_entry": mark("lines of tickets"),
    "notice": mark("notices"),
    "duty_entry": mark("lines of the duty log"),
    "hazard": mark("hazards"),
}
"""What the rows of a table that is read are called."""


def cash_words(row: Row) -> Both:
    """What a row of cash was, why, and who gave or took it."""
    kind = row["kind"]
    moved = MOVES[MoveKind(kind)] if kind in set(MoveKind) else _plain(kind)
    return joined((moved, _plain(row["reason"]), _plain(row["person"])), _plain(" "))


def entry_words(row: Row, plan: Plan | None) -> Both:
    """A line of an incident as its log says it; its kind and the words of the person where the plan is not known."""
    kind = row["kind"]
    if kind not in set(EntryKind):
        return _plain(row["text"])
    text = _plain(row["text"]) if plan is None else line_text(as_entry(SimpleNamespace(**row)), plan)
    return joined((LINES[EntryKind(kind)], text), Both("：", ": "))


def _plain(text: str) -> Both:
    return Both(text, text)

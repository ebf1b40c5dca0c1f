"""What the desk calls the things that are held of a person."""

from __future__ import annotations

from app.core.language import mark, tr
from app.core.show import show_money
from app.desk.privacy.person_facts import Fate, HeldRow, Part, What
from ui.widgets.unit_words import ROLES

PARTS: dict[Part, str] = {
    Part.REGISTER: mark("Register"),
    Part.MONEY: mark("Money taken"),
    Part.TICKETS: mark("Tickets"),
    Part.INCIDENTS: mark("Incidents"),
    Part.UNFINISHED: mark("Drafts"),
    Part.TRAIL: mark("Who looked"),
    Part.ELSEWHERE: mark("Other texts"),
}
WHATS: dict[What, str] = {
    What.NAME: mark("Full name"),
    What.INITIALS: mark("Initials"),
    What.PHONE: mark("Telephone"),
    What.NOTE: mark("Note"),
    What.ROLE: mark("Relation"),
    What.PLATE: mark("Number plate"),
    What.UNIT_NOTE: mark("Note of the home"),
    What.RECEIPT: mark("Receipt"),
    What.OWED: mark("Owed"),
    What.CREDIT: mark("Prepaid credit"),
    What.DEPOSIT: mark("Deposit"),
    What.REPORT: mark("Reported"),
    What.PHOTOS: mark("Photos"),
    What.TOLD: mark("Taken down"),
    What.DRAFT: mark("Draft"),
    What.ACT: mark("Look"),
    What.TEXT: mark("Text"),
}
FATES: dict[Fate, str] = {
    Fate.GOES: mark("removed"),
    Fate.STAYS: mark("stays"),
    Fate.UNSURE: mark("to be looked at"),
}
_ACTS = {
    "show_personal_data": mark("everything was shown"),
    "export_personal_data": mark("everything was handed out"),
    "unmask_phone": mark("the telephone was shown"),
}


def said(row: HeldRow) -> str:
    """What it says."""
    if row.what is What.ACT:
        return tr(_ACTS.get(row.text, row.text))
    if row.role is not None:
        return f"{tr(ROLES[row.role])}  {row.text}"
    return f"{row.text}  {show_money(row.amount)}" if row.amount else row.text

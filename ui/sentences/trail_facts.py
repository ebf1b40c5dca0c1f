"""The facts of a row of the audit trail as a person reads them: each by its own words, money in yuan, days as days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from typing import Any

from app.access.permissions import Permission, Role
from app.core.language import mark, tr
from app.core.money import Money
from app.core.show import show_date, show_money, show_time, show_whole
from ui.sentences.access import PERMISSIONS
from ui.sentences.roles import ROLES


class Kind(Enum):
    """How the value of a fact is said; a list is said one by one."""

    PLAIN = auto()
    MONEY = auto()
    YES_NO = auto()
    NUMBER = auto()
    HIDDEN = auto()


_MONEY, _YES_NO, _NUMBER, _HIDDEN = Kind.MONEY, Kind.YES_NO, Kind.NUMBER, Kind.HIDDEN
FACTS: dict[str, tuple[str, Kind]] = {
    "active": (mark("offered"), _YES_NO),
    "adjustment": (mark("row"), _NUMBER),
    "alone": (mark("by the author alone"), _YES_NO),
    "amount": (mark("amount"), _MONEY),
    "approval": (mark("approval"), _NUMBER),
    "approver": (mark("approved by person"), _NUMBER),
    "base": (mark("first reading"), Kind.PLAIN),
    "batch": (mark("import"), _NUMBER),
    "before": (mark("before"), Kind.PLAIN),
    "blocks": (mark("rows"), _HIDDEN),
    "book": (mark("book"), _NUMBER),
    "calendar": (mark("calendar"), Kind.PLAIN),
    "changed": (mark("changed"), _MONEY),
    "charge": (mark("charge"), _NUMBER),
    "charges": (mark("charges"), _NUMBER),
    "class": (mark("class"), Kind.PLAIN),
    "code": (mark("code"), Kind.PLAIN),
    "company": (mark("company"), Kind.PLAIN),
    "contains": (mark("contains"), Kind.PLAIN),
    "copies_returned": (mark("paper came back"), _YES_NO),
    "counted": (mark("counted"), _MONEY),
    "damaged": (mark("the data was damaged"), _YES_NO),
    "day": (mark("day"), Kind.PLAIN),
    "deposit": (mark("deposit"), Kind.PLAIN),
    "due": (mark("due"), Kind.PLAIN),
    "file": (mark("file"), Kind.PLAIN),
    "filter": (mark("filter"), Kind.PLAIN),
    "final": (mark("last reading"), Kind.PLAIN),
    "fingerprint": (mark("fingerprint"), _HIDDEN),
    "first": (mark("from"), Kind.PLAIN),
    "float": (mark("float"), _MONEY),
    "from": (mark("from"), Kind.PLAIN),
    "held": (mark("agrees"), _YES_NO),
    "holder": (mark("holder"), Kind.PLAIN),
    "households": (mark("households"), _NUMBER),
    "id": (mark("no."), _HIDDEN),
    "incident": (mark("incident"), _NUMBER),
    "initials_before": (mark("initials before"), Kind.PLAIN),
    "invoice": (mark("invoice"), Kind.PLAIN),
    "journal": (mark("journal up to entry"), _NUMBER),
    "kept": (mark("kept in the drawer"), _MONEY),
    "kind": (mark("kind"), Kind.PLAIN),
    "last": (mark("to"), Kind.PLAIN),
    "last_entry": (mark("last entry"), Kind.PLAIN),
    "left": (mark("not entered"), Kind.PLAIN),
    "left_on": (mark("left on"), Kind.PLAIN),
    "let_go": (mark("taken off what is owed"), _MONEY),
    "lines": (mark("lines"), _NUMBER),
    "lost": (mark("lost"), Kind.PLAIN),
    "made_at": (mark("made"), Kind.PLAIN),
    "meter": (mark("meter"), _NUMBER),
    "meters": (mark("meters"), _NUMBER),
    "name": (mark("called"), Kind.PLAIN),
    "new": (mark("after"), Kind.PLAIN),
    "no": (mark("no."), _NUMBER),
    "note": (mark("note"), Kind.PLAIN),
    "number": (mark("number"), Kind.PLAIN),
    "occupancy": (mark("role on the unit"), _NUMBER),
    "old": (mark("before"), Kind.PLAIN),
    "original_kept": (mark("the payer keeps the original"), _YES_NO),
    "outage": (mark("outage"), _NUMBER),
    "owed": (mark("owed"), _MONEY),
    "paid": (mark("paid"), _MONEY),
    "past": (mark("past place"), _NUMBER),
    "path": (mark("path"), Kind.PLAIN),
    "payment": (mark("payment"), _NUMBER),
    "payments": (mark("payments"), _NUMBER),
    "person": (mark("person"), _NUMBER),
    "phone": (mark("phone"), Kind.PLAIN),
    "phones": (mark("phones"), _NUMBER),
    "place": (mark("place"), _NUMBER),
    "points": (mark("points"), _NUMBER),
    "printer": (mark("printer"), Kind.PLAIN),
    "reading": (mark("reading"), _NUMBER),
    "readings": (mark("readings"), _NUMBER),
    "reason": (mark("reason"), Kind.PLAIN),
    "receipt": (mark("receipt"), Kind.PLAIN),
    "reference_approval": (mark("approval of the reference"), _NUMBER),
    "refund": (mark("refund"), Kind.PLAIN),
    "removed": (mark("removed"), _YES_NO),
    "role": (mark("in the role"), Kind.PLAIN),
    "round": (mark("round"), _NUMBER),
    "rows": (mark("rows"), _NUMBER),
    "seal": (mark("seal"), _HIDDEN),
    "seconds": (mark("seconds to wait"), _NUMBER),
    "service_centre": (mark("service centre"), Kind.PLAIN),
    "since": (mark("since"), Kind.PLAIN),
    "sound": (mark("sound"), _YES_NO),
    "source": (mark("source"), Kind.PLAIN),
    "tables": (mark("tables"), _HIDDEN),
    "taker": (mark("taken by"), Kind.PLAIN),
    "team": (mark("team"), _NUMBER),
    "tenders": (mark("non-cash payments"), _NUMBER),
    "ticket": (mark("ticket"), Kind.PLAIN),
    "duty_log": (mark("line of the duty log"), Kind.PLAIN),
    "tickets": (mark("tickets"), _NUMBER),
    "to": (mark("to"), Kind.PLAIN),
    "tries": (mark("tries in a row"), _NUMBER),
    "unit": (mark("unit"), _NUMBER),
    "unmasked": (mark("with whole names and numbers"), _YES_NO),
    "until": (mark("until"), Kind.PLAIN),
    "value": (mark("value"), Kind.PLAIN),
    "version": (mark("version"), _NUMBER),
    "versions": (mark("versions"), _NUMBER),
    "viewed": (mark("opened to read"), _YES_NO),
    "weight": (mark("share"), Kind.PLAIN),
    "written_at": (mark("written by hand"), Kind.PLAIN),
    "written": (mark("rows"), _HIDDEN),
    "year": (mark("year"), Kind.PLAIN),
    "z": (mark("Z report"), _NUMBER),
}
FIELDS: dict[str, str] = {
    "state": mark("state"),
    "floor": mark("floor"),
    "building_area": mark("building area"),
    "inner_area": mark("inner area"),
    "billing_area": mark("billing area"),
    "handover_date": mark("handed over"),
    "headcount": mark("people"),
    "layout": mark("layout"),
    "building_id": mark("building"),
    "route": mark("place on the route"),
    "loss_rate": mark("share of losses"),
    "parent_id": mark("category above"),
    "position": mark("place"),
    "retired_at": mark("in use"),
    "service_class": mark("class"),
    "team_id": mark("team"),
}
"""What is changed of a unit, a meter, a category, a team."""
VALUES: dict[str, str] = {
    "cash": mark("Cash"),
    "card": mark("Card"),
    "wechat": mark("WeChat"),
    "alipay": mark("Alipay"),
    "transfer": mark("Transfer"),
    "cheque": mark("Cheque"),
    "credit": mark("Prepaid"),
    "owed_again": mark("owed again"),
    "unserved": mark("not served"),
    "deposit": mark("deposit"),
    "home": mark("home"),
    "shop": mark("shop"),
    "office": mark("office"),
    "parking": mark("parking"),
    "storage": mark("storage"),
    "unsold": mark("unsold"),
    "not_handed_over": mark("not handed over"),
    "handed_over": mark("handed over"),
    "occupied": mark("moved in"),
    "vacant": mark("vacant"),
    "let": mark("let"),
    "renovating": mark("renovating"),
    "water": mark("Water"),
    "electricity": mark("Electricity"),
    "gas": mark("Gas"),
    "heat": mark("Heat"),
    "paper": mark("paper"),
    "sheet": mark("sheet"),
    "repair": mark("repair"),
    "complaint": mark("complaint"),
    "suggestion": mark("suggestion"),
    "enquiry": mark("enquiry"),
    "task": mark("task"),
    "fee_dispute": mark("fee dispute"),
    "normal": mark("normal"),
    "paid": mark("paid service"),
    "emergency": mark("emergency"),
    "warranty": mark("under warranty"),
    "major": mark("major"),
}
_DAY, _A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}"), len("2026-11-20")
_SPOKEN = frozenset({"kind", "from", "to", "class", "state"})
"""Facts whose value is a word of the program."""
_AS_NUMBERS: dict[Kind, Callable[[int], str]] = {
    Kind.MONEY: lambda fen: tr("{amount} yuan").format(amount=show_money(Money(fen))),
    Kind.NUMBER: show_whole,
}


def facts_words(action: str, facts: Mapping[str, Any]) -> str:
    """Before → after, and what else is kept of the act."""
    parts = []
    if {"old", "new"} <= facts.keys():
        parts.append(_change(action, facts["old"], facts["new"]))
    rest = {name: value for name, value in facts.items() if not (parts and name in ("old", "new"))}
    parts += [fact_words(name, value) for name, value in rest.items() if value not in ("", None, [], {})]
    return tr("; ").join(part for part in parts if part)


def fact_words(name: str, value: Any) -> str:
    """One fact with its name; empty where it is nothing to read."""
    words, kind = FACTS.get(name, (FIELDS.get(name, name.replace("_", " ")), Kind.PLAIN))
    if kind is Kind.HIDDEN:
        return ""
    if isinstance(value, list) and len(value) == 2 and name in {**FIELDS, "code": "", "kind": "", "note": ""}:
        return f"{tr(words)} {_value(name, kind, value[0])} → {_value(name, kind, value[1])}"
    return f"{tr(words)} {_value(name, kind, value)}"


def _change(action: str, old: Any, new: Any) -> str:
    if action == "change_role_permissions":
        more, less = sorted(set(new) - set(old)), sorted(set(old) - set(new))
        said = [tr("may now: {steps}").format(steps=_permissions(more)) if more else ""]
        said.append(tr("may no longer: {steps}").format(steps=_permissions(less)) if less else "")
        return tr("; ").join(one for one in said if one)
    if action == "change_role":
        return f"{role_of(old)} → {role_of(new)}"
    return f"{_value('', Kind.PLAIN, old)} → {_value('', Kind.PLAIN, new)}"


def role_of(name: str) -> str:
    """A role by its word; one of a later version by its name."""
    return tr(ROLES[Role(name)]) if name in set(Role) else name


def _permissions(names: list[str]) -> str:
    return tr(", ").join(tr(PERMISSIONS[Permission(one)]) if one in set(Permission) else one for one in names)


def _value(name: str, kind: Kind, value: Any) -> str:
    if isinstance(value, dict):
        return tr(", ").join(words for key, own in value.items() if (words := fact_words(key, own)))
    if isinstance(value, list):
        return tr(", ").join(_item(name, one) for one in value) or "—"
    return "—" if value in ("", None) else _single(name, kind, value)


def _single(name: str, kind: Kind, value: Any) -> str:
    if isinstance(value, bool) or kind is Kind.YES_NO:
        return tr("yes") if value else tr("no")
    if isinstance(value, int) and kind in _AS_NUMBERS:
        return _AS_NUMBERS[kind](value)
    if name == "role":
        return role_of(str(value))
    return tr(VALUES[value]) if name in _SPOKEN and value in VALUES else moment_words(str(value))


def _item(name: str, value: Any) -> str:
    if name == "changed":
        return tr(FIELDS.get(str(value)) or FACTS.get(str(value), (str(value).replace("_", " "), 0))[0])
    return _value(name, Kind.PLAIN, value)


def moment_words(text: str) -> str:
    """A day or moment as screens show it, anything else as it is."""
    if not _DAY.match(text):
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return show_date(moment.date()) if len(text) == _A_DAY else show_time(moment)

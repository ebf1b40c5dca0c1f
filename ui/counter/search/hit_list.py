"""What the search found, in words: the field that fitted, who it is, what is owed; below it the rooms opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.core.language import mark, tr, tr_n
from app.core.money import NOTHING
from app.core.paper_code import typed_check
from app.core.show import show_money, show_time
from app.estate.search_terms import HitField
from ui.widgets.colours import Tone
from ui.widgets.found_words import FOUND_BY
from ui.widgets.two_line_list import GroupHead, Line, TwoLine
from ui.widgets.unit_words import ROLES

if TYPE_CHECKING:
    from app.counter.recent_units import RecentUnit
    from app.desk.finder import Hit
    from app.estate.find_units import UnitHit

_BY = {
    HitField.CODE: mark("by room"),
    HitField.ROOM: mark("by room"),
    HitField.NAME: mark("by name"),
    HitField.INITIALS: mark("by pinyin initials"),
    HitField.PINYIN: mark("by pinyin"),
    HitField.PHONE: mark("by phone"),
    HitField.PLATE: mark("by plate"),
    HitField.PLATE_TAIL: mark("by plate"),
}


def hit_lines(hits: Sequence[Hit], recent: Sequence[RecentUnit]) -> list[Line]:
    """Hits first, then what else was opened in this shift."""
    found: list[Line] = [_hit_line(hit) for hit in hits]
    shown = {hit.unit_id for hit in hits if hit.receipt is None}
    return found + recent_lines([one for one in recent if one.unit_id not in shown])


def recent_lines(recent: Sequence[RecentUnit]) -> list[Line]:
    """The rooms opened in this shift under their head; nothing for none."""
    if not recent:
        return []
    return [GroupHead(tr("Opened this shift")), *(_recent_line(one) for one in recent)]


def hit_words(text: str, hits: Sequence[Hit]) -> str:
    """How many fitted and by which fields; or which forms were tried in vain."""
    if not text.strip():
        return ""
    if not hits:
        return tr("Nothing found. Tried room, name, pinyin, phone, plate, receipt number and check value.")
    count = tr_n("{n} hit", "{n} hits", len(hits)).format(n=len(hits))
    return "·".join((count, *dict.fromkeys(_by(hit, text) for hit in hits)))


def _by(hit: Hit, text: str) -> str:
    if hit.found is not None:
        return tr(_BY[hit.found.field])
    return tr("by check value: compare number and amount") if typed_check(text) else tr("by receipt number")


def _hit_line(hit: Hit) -> TwoLine:
    owes = hit.arrears.amount > NOTHING
    return TwoLine(
        head=hit.code,
        name=hit.person,
        right=show_money(hit.arrears.amount) if owes else tr("no arrears"),
        below=_below(hit),
        below_right=_lines(hit) if owes else "",
        right_tone=Tone.DANGER if owes else Tone.INK2,
        what=hit,
    )


def _below(hit: Hit) -> str:
    if hit.receipt is not None:
        amount = show_money(hit.receipt.amount)
        return tr("Receipt {label}·{time}·{amount}").format(
            label=hit.receipt.label, time=show_time(hit.receipt.at)[5:], amount=amount
        )
    return "" if hit.found is None else _field_words(hit.found)


def _field_words(found: UnitHit) -> str:
    parts = [f"{tr(FOUND_BY[found.field])} {found.matched}"]
    if found.role is not None:
        parts.append(tr(ROLES[found.role]))
    if found.former:
        parts.append(tr("moved out"))
    return "·".join(parts)


def _lines(hit: Hit) -> str:
    return tr_n("{n} line", "{n} lines", hit.arrears.charges).format(n=hit.arrears.charges)


def _recent_line(one: RecentUnit) -> TwoLine:
    at = f"{one.at:%H:%M}"
    paid = tr("took {amount}").format(amount=show_money(one.paid)) if one.paid else tr("looked up")
    return TwoLine(head=one.code, name=one.person, below=f"{at}·{paid}", what=one)

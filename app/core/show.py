"""How money, areas, dates and periods become text: one place for screen, paper and export."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from app.core.money import Money

MINUS = "\u2212"
_APART = "[ \u3000\uff0d-]"
_CARD = rf"\d{{6}}{_APART}?\d{{8}}{_APART}?\d{{3}}[\dXx\uff38\uff58]"
_MOBILE = rf"[1\uff11][3-9\uff13-\uff19]\d(?:{_APART}?\d{{4}}){{2}}"
_PERSONAL = re.compile(rf"(?<!\d)(?:(?P<card>{_CARD})|(?P<country>(?:00)?86{_APART}?)?(?P<mobile>{_MOBILE}))(?!\d)")
_LONG_NUMBER = re.compile(r"(?<![0-9])[0-9]{9,}")


def show_money(amount: Money, *, sign: bool = False) -> str:
    """`1,862.40`, `−0.05`; with `sign` a currency mark in front: `¥1,862.40`."""
    yuan, fen = divmod(abs(amount.fen), 100)
    return f"{MINUS if amount.fen < 0 else ''}{'¥' if sign else ''}{yuan:,}.{fen:02d}"


def show_decimal(value: Decimal, places: int = 2) -> str:
    """At least `places` decimals, more only where they are not zero: 89.50, 1.854."""
    exact = value.normalize()
    exponent = exact.as_tuple().exponent
    assert isinstance(exponent, int)
    return f"{exact:,.{max(places, -exponent)}f}"


def show_whole(number: int) -> str:
    """A count with its sign: `1,200`, `−5`."""
    return f"{MINUS if number < 0 else ''}{abs(number):,}"


def show_date(day: date) -> str:
    """ISO: 2026-11-22."""
    return day.strftime("%Y-%m-%d") if isinstance(day, datetime) else day.isoformat()


def show_time(moment: datetime) -> str:
    """Date and time to the minute, 24-hour clock."""
    return f"{moment:%Y-%m-%d %H:%M}"


def show_days(first: date, until: date) -> str:
    """A half-open span by its first and last day: `2026-07-01 – 2026-09-30`."""
    return f"{first.isoformat()} – {(until - timedelta(days=1)).isoformat()}"


def show_months(first: date, until: date) -> str:
    """A span of whole calendar months by month (`2026-08`, `2026-08 – 2026-10`), any other by days."""
    if first.day != 1 or until.day != 1:
        return show_days(first, until)
    last = until - timedelta(days=1)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y-%m} – {last:%Y-%m}"


def short_months(first: date, until: date) -> str:
    """As `show_months`, with the year once where it is the same: `2026-08 – 10`."""
    words, last = show_months(first, until), until - timedelta(days=1)
    if first.day != 1 or until.day != 1 or first.year != last.year or first.month == last.month:
        return words
    return f"{first:%Y-%m} – {last:%m}"


def show_shift(number: int) -> str:
    """A shift's number as it stands on papers: 0108."""
    return f"{number:04d}"


def mask_numbers(text: str) -> str:
    """The text with the middle of every long number in it hidden, as of a telephone or an identity card."""
    return _LONG_NUMBER.sub(lambda found: mask_phone(found[0]), text)


def mask_personal(text: str) -> str:
    """What somebody wrote, with every number hidden that looks like a mobile telephone or an identity card.

    `138****5678`, `110101********1234`, however they are parted and in full-width figures too; any other number stays:
    of a meter, a receipt, an amount.
    """
    return _PERSONAL.sub(_masked_personal, text)


def _masked_personal(found: re.Match[str]) -> str:
    plain = re.sub(_APART, "", found["card"] or found["mobile"])
    return f"{plain[:6]}********{plain[-4:]}" if found["card"] else f"{found['country'] or ''}{mask_phone(plain)}"


def mask_phone(number: str) -> str:
    """The middle hidden: 138****5678; a landline keeps its last four digits."""
    digits = number.strip()
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 9 else f"****{digits[-2:]}"

"""The lists of the room as two-line rows: tariffs by fee item; billing runs and shared costs, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from app.core.language import tr
from app.core.periods import add_months
from app.core.show import show_date, show_money, show_months
from app.fees.billing import RunRow
from app.fees.shared.request import SharedCostRow
from app.fees.tariffs import TariffRow
from app.fees.versions import Tariff
from app.fees.words.explain_words import price_words
from ui.fees.terms_words import CYCLE_NAMES, charges_words, units_words
from ui.widgets.colours import Tone
from ui.widgets.two_line_list import GroupHead, Line, TwoLine


def tariff_lines(rows: Sequence[TariffRow], words: str, today: date) -> list[Line]:
    """The tariffs that hold all these words, under the heads of their fee items."""
    found = [row for row in rows if _holds(_tariff_words(row), words)]
    lines: list[Line] = []
    for item, of_item in groupby(found, key=lambda row: row.tariff.item.name):
        lines.append(GroupHead(item))
        lines += (_tariff_line(row, today) for row in of_item)
    return lines


def run_lines(rows: Sequence[RunRow], words: str) -> list[Line]:
    """The runs that hold all these words, by the year in which they were made."""
    found = [row for row in rows if _holds(f"{run_month(row)} {row.by} {show_date(row.at)}", words)]
    return _by_year((row.at.year, _run_line(row)) for row in found)


def shared_lines(rows: Sequence[SharedCostRow], words: str) -> list[Line]:
    """The common costs that hold all these words, by the year in which they were made."""
    found = [row for row in rows if _holds(f"{row.title} {row.item} {_months(row)} {row.by}", words)]
    return _by_year((row.made_on.year, _shared_line(row)) for row in found)


def run_month(row: RunRow) -> str:
    """The month through which a run billed: `2026-11`."""
    return show_months(add_months(row.until, -1), row.until)


def standing_words(tariff: Tariff, today: date) -> str:
    """Nothing for a tariff that has a price today, else since or until when it has one."""
    if today < tariff.first:
        return tr("from {day}").format(day=show_date(tariff.first))
    if tariff.until is not None and tariff.until <= today:
        return tr("closed")
    return ""


def _by_year(dated: Iterable[tuple[int, TwoLine]]) -> list[Line]:
    lines: list[Line] = []
    for year, of_year in groupby(dated, key=itemgetter(0)):
        lines.append(GroupHead(tr("Made in {year}").format(year=year)))
        lines += (line for _, line in of_year)
    return lines


def _holds(text: str, words: str) -> bool:
    text = text.lower()
    return all(word in text for word in words.lower().split())


def _tariff_words(row: TariffRow) -> str:
    return f"{row.tariff.item.name} {row.tariff.name} {price_words(row.now.terms)}"


def _tariff_line(row: TariffRow, today: date) -> TwoLine:
    below = f"{price_words(row.now.terms)} · {tr(CYCLE_NAMES[row.now.terms.cycle_months])}"
    return TwoLine(
        head=row.tariff.name,
        right=standing_words(row.tariff, today),
        below=below,
        below_right=units_words(row.units),
        right_tone=Tone.INK3,
        what=row.tariff.id,
    )


def _months(row: SharedCostRow) -> str:
    return show_months(row.period.first, row.period.until)


def _shared_line(row: SharedCostRow) -> TwoLine:
    return TwoLine(
        head=row.title,
        right=show_money(row.total),
        below=_below(_months(row), units_words(row.units), undone=row.undone),
        below_right=row.item,
        right_tone=Tone.INK3 if row.undone else Tone.INK,
        what=row.id,
    )


def _below(*parts: str, undone: bool) -> str:
    return " · ".join((tr("undone"), *parts) if undone else parts)


def _run_line(row: RunRow) -> TwoLine:
    undone = row.undone_at is not None
    return TwoLine(
        head=run_month(row),
        right=show_money(row.amount),
        below=_below(charges_words(row.charges), units_words(row.units), undone=undone),
        below_right=show_date(row.at),
        right_tone=Tone.INK3 if undone else Tone.INK,
        what=row.id,
    )

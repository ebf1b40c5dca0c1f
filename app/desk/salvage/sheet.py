"""What is newer than the backup, as a workbook: it names people, so a person chooses where it goes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.methods import NAMES
from app.desk.salvage.line_words import TABLES
from app.desk.salvage.newer import LINE_NAMES, Newer, NewerLine
from app.sheets.write_list import ListPage, write_list


def write_newer(path: Path, newer: Newer, done: Collection[str] = ()) -> None:
    """Write the list over whatever was there. Raises SheetUnreadable."""
    write_list(path, newer_pages(newer, done))


def newer_pages(newer: Newer, done: Collection[str] = ()) -> list[ListPage]:
    """The lines, and on a second page what is known without its contents."""
    heads = [tr("What"), tr("Number"), tr("Room or place"), tr("Amount"), tr("Method"), tr("When"), tr("By")]
    heads += [tr("More"), tr("State")]
    pages = [ListPage(tr("Newer than the backup"), heads, [_row(line, done) for line in newer.lines])]
    rest = rest_rows(newer)
    if rest:
        pages.append(ListPage(tr("Known without contents"), [tr("What"), tr("How many or which")], rest))
    return pages


def rest_rows(newer: Newer) -> list[tuple[str, str]]:
    """Numbers that cannot be read any more, rows of other kinds, and tables that were damaged."""
    rows = [(tr("receipt that cannot be read"), label) for label in newer.missing]
    if newer.lost:
        rows.append((tr("entries of the journal that cannot be read"), str(newer.lost)))
    rows += [(tr(words), str(count)) for words, count in newer.others]
    return rows + [(tr("damaged in part"), tr(TABLES.get(table, table))) for table in newer.unread]


def method_words(line: NewerLine) -> str:
    """How it was paid."""
    known = {method.value: words for method, words in NAMES.items()}
    return " + ".join(tr(known[one]) for one in line.method.split("+") if one in known)


def amount_words(line: NewerLine) -> str:
    """The amount; empty where there is none."""
    return "" if line.amount is None else show_money(line.amount)


def _row(line: NewerLine, done: Collection[str]) -> tuple[object, ...]:
    state = tr("entered again") if line.name in done else tr("to be entered")
    told = (tr(LINE_NAMES[line.kind]), line.number, line.room, amount_words(line), method_words(line))
    return (*told, show_time(line.at), line.by, line.more, state)

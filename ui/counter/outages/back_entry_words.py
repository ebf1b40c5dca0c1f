"""What back entry says: how the stack compares with the cash in the bag, what was left out, whose paper it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.language import tr, tr_n
from app.core.money import NOTHING, Money, total
from app.core.show import show_date, show_money
from app.counter.books.book_facts import BookRow
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from app.counter.outages.back_entries import Entered, UnitOwed, cash_of
from ui.widgets.colours import Tone

_MOST_RUNS = 3


def book_words(book: BookRow) -> str:
    """A book by its numbers and who has it."""
    day = "" if book.issued_on is None else show_date(book.issued_on)
    return tr("{book}·{holder}·handed out {day}").format(book=book.name, holder=book.holder, day=day)


def stack_words(rows: Sequence[Entered], left: int) -> str:
    """How many papers are in, what they brought, and how many numbers are open."""
    standing = [row for row in rows if not row.voided]
    count = tr_n("{n} paper", "{n} papers", len(standing)).format(n=len(standing))
    brought = show_money(total(row.amount for row in standing), sign=True)
    open_ = tr_n("{n} number open", "{n} numbers open", left).format(n=left)
    return f"{count}·{brought}·{open_}"


def bag_words(rows: Sequence[Entered], bag: Money | None) -> tuple[str, Tone]:
    """The cash of the stack against what lies in the bag."""
    cash = cash_of(tuple(rows))
    if bag is None:
        return tr("cash {cash}").format(cash=show_money(cash, sign=True)), Tone.INK2
    if cash == bag:
        return tr("cash {cash}·as in the bag").format(cash=show_money(cash, sign=True)), Tone.OK
    words = tr("cash {cash}·{rest} more in the bag") if bag > cash else tr("cash {cash}·{rest} short in the bag")
    return words.format(cash=show_money(cash, sign=True), rest=show_money(abs(bag - cash), sign=True)), Tone.WARN


def left_out_words(book: BookRow, runs: Iterable[Run], number: int | None) -> str:
    """The open numbers before this one; empty where none was left out."""
    if number is None:
        return ""
    before = [Run(run.first, min(run.last, number - 1)) for run in runs if run.first < number]
    if not before or not book.first <= number <= book.last:
        return ""
    more = "…" if len(before) > _MOST_RUNS else ""
    return tr("Left out so far: {numbers}").format(numbers=runs_words(book.prefix, before[:_MOST_RUNS]) + more)


def runs_words(prefix: str, runs: Iterable[Run]) -> str:
    """`H-000003, H-000007 – H-000009`."""
    return ", ".join(run_words(prefix, run) for run in runs)


def run_words(prefix: str, run: Run) -> str:
    """`H-000007 – H-000009`, or the one number."""
    first = label_of(prefix, run.first)
    return first if run.first == run.last else f"{first} – {label_of(prefix, run.last)}"


def owed_words(owed: UnitOwed, day: str, amount: Money | None) -> str:
    """Whose paper it is, what was owed then, and what becomes of money beyond it."""
    if owed.owed > NOTHING:
        words = tr("{room}·{payer}·owed {owed} on {day}")
    else:
        words = tr("{room}·{payer}·owed nothing on {day}")
    said = words.format(room=owed.code, payer=owed.payer, owed=show_money(owed.owed, sign=True), day=day)
    if amount is not None and amount > owed.owed:
        over = show_money(amount - owed.owed, sign=True)
        said += "·" + tr("{over} stays as credit").format(over=over)
    return said

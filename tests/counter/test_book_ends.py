"""A Z report names where journal and trail ended; what is taken away or chained anew afterwards is told by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from app.access.audit import audit_link
from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.counter.papers.shift_paper import shift_pdf
from app.counter.shifts.book_ends import BookEnds, read_sum, short_sum
from app.counter.shifts.end_truths import TRUTHS
from app.counter.shifts.printed_ends import Book
from app.counter.shifts.refusals import SumUnreadable
from app.counter.shifts.shift_facts import ShiftFacts
from app.office import Office
from app.store.engine import connect_raw
from app.store.folder import DataFolder
from app.store.truths import check_truths
from tests.closing import close_shift
from tests.conftest import MORNING
from tests.counter.test_shift_papers import words_of
from tests.office_builder import OfficeBuilder


@dataclass(frozen=True)
class Closed:
    """An office after its first Z report, and that report."""

    folder: Path
    key: str
    facts: ShiftFacts
    ends: BookEnds


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Closed:
    folder = tmp_path_factory.mktemp("ends") / "office"
    builder = OfficeBuilder(folder, SetClock(MORNING))
    home = builder.unit("3-2-501")
    builder.property_fee(home)
    builder.billed_through(2026, 11)
    builder.open_shift()
    builder.pays(home, "700")
    facts = close_shift(builder.office, builder.cashier).facts
    key = builder.office.store.key
    builder.office.close()
    assert facts.ends is not None
    return Closed(folder, key, facts, facts.ends)


@pytest.fixture
def folder(closed: Closed, tmp_path: Path) -> Path:
    return Path(shutil.copytree(closed.folder, tmp_path / "copy"))


def tamper(folder: Path, key: str, *orders: str) -> None:
    """Behind the program's back, with the key in hand; the head file goes too."""
    with closing(connect_raw(DataFolder(folder).database, key)) as bare:
        bare.execute("PRAGMA foreign_keys = OFF")
        for order in orders:
            assert bare.execute(order).rowcount
    DataFolder(folder).head.unlink()


def told(folder: Path) -> list[str]:
    with closing(Office.open(folder, SetClock(MORNING))) as office, office.store.reading() as connection:
        return [breach for finding in check_truths(connection, TRUTHS) for breach in finding.breaches]


@pytest.fixture
def again(folder: Path) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(folder, SetClock(MORNING))
    yield builder
    builder.office.close()


def test_the_paper_says_where_journal_and_trail_ended(closed: Closed) -> None:
    said = words_of(shift_pdf(closed.facts))
    assert f"分录至第 {closed.ends.journal_no} 笔 {short_sum(closed.ends.journal_hash)}" in said
    assert f"审计记录至第 {closed.ends.trail_no} 条 {short_sum(closed.ends.trail_hash)}" in said
    assert "审计记录至第" not in words_of(shift_pdf(replace(closed.facts, ends=None)))


def test_a_report_from_before_is_read_without(closed: Closed) -> None:
    older = closed.facts.to_facts()
    del older["ends"]
    assert ShiftFacts.from_facts(older) == replace(closed.facts, ends=None)
    assert ShiftFacts.from_facts(closed.facts.to_facts()) == closed.facts


def test_an_honest_office_holds(folder: Path) -> None:
    assert told(folder) == []


def test_the_newest_rows_of_the_trail_taken_away_with_the_head_file_are_told(closed: Closed, folder: Path) -> None:
    tamper(folder, closed.key, f"DELETE FROM audit WHERE id >= {closed.ends.trail_no}")
    assert told(folder) == [f"Z-000001 names row {closed.ends.trail_no} of the audit trail, which is gone"]


def test_the_newest_entries_of_the_journal_taken_away_with_the_head_file_are_told(closed: Closed, folder: Path) -> None:
    tamper(folder, closed.key, f"DELETE FROM journal_entry WHERE no >= {closed.ends.journal_no}")
    assert told(folder) == [f"Z-000001 names journal entry {closed.ends.journal_no}, which is gone"]


def test_rows_that_came_in_the_place_of_others_are_told(closed: Closed, folder: Path) -> None:
    other = "f" * 64
    orders = (
        f"UPDATE audit SET hash = '{other}' WHERE id = {closed.ends.trail_no}",
        f"UPDATE journal_entry SET hash = '{other}' WHERE no = {closed.ends.journal_no}",
    )
    tamper(folder, closed.key, *orders)
    assert told(folder) == [
        f"Z-000001 names journal entry {closed.ends.journal_no}, which is another one now",
        f"Z-000001 names row {closed.ends.trail_no} of the audit trail, which is another one now",
    ]


def test_a_sum_from_paper_is_found_in_the_trail_and_in_the_journal(closed: Closed, again: OfficeBuilder) -> None:
    for book, no, link in (
        (Book.TRAIL, closed.ends.trail_no, closed.ends.trail_hash),
        (Book.JOURNAL, closed.ends.journal_no, closed.ends.journal_hash),
    ):
        found = again.office.printed_ends.compare(again.supervisor, short_sum(link))
        assert found is not None
        assert (found.book, found.no, found.broken) == (book, no, "")
    row = again.office.trail.newest(again.supervisor)[0]
    assert (row.action, row.facts) == ("compare_printed_sum", {"held": True, "no": closed.ends.journal_no})


def test_a_trail_chained_anew_from_end_to_end_is_told_by_the_paper_alone(closed: Closed, folder: Path) -> None:
    with closing(connect_raw(DataFolder(folder).database, closed.key)) as bare:
        chain_anew(bare, closed.ends.trail_no)
    DataFolder(folder).head.unlink()
    builder = OfficeBuilder(folder, SetClock(MORNING))
    with closing(builder.office) as office:
        truths = {finding.truth: finding.breaches for finding in office.verify()}
        assert truths["every row of the audit trail is linked to the one before and unaltered"] == ()
        assert told_by_paper(office, builder, closed.ends.trail_hash) is None


def test_a_sum_kept_over_altered_rows_is_told(closed: Closed, folder: Path) -> None:
    tamper(folder, closed.key, "UPDATE audit SET subject = 'nothing' WHERE id = 3")
    builder = OfficeBuilder(folder, SetClock(MORNING))
    with closing(builder.office) as office:
        found = told_by_paper(office, builder, closed.ends.trail_hash)
    assert found is not None
    assert found.startswith("3 ")


def told_by_paper(office: Office, builder: OfficeBuilder, link: str) -> str | None:
    found = office.printed_ends.compare(builder.supervisor, short_sum(link))
    return None if found is None else found.broken


def chain_anew(bare: Any, kept: int) -> None:
    """Row 3 says another thing, and every link after it is made again; the kept Z names the new end."""
    bare.execute("UPDATE audit SET subject = 'nothing' WHERE id = 3")
    columns = ("id", "action", "subject", "at", "by", "window", "facts")
    rows = bare.execute("SELECT id, action, subject, at, by, window, facts FROM audit ORDER BY id").fetchall()
    previous = "0" * 64
    for row in (dict(zip(columns, one, strict=True)) for one in rows):
        row["at"] = row["at"].removesuffix(".000000")
        link = audit_link(row | {"previous": previous}, row["facts"])
        bare.execute("UPDATE audit SET previous = ?, hash = ? WHERE id = ?", (previous, link, row["id"]))
        previous = link
    facts = json.loads(bare.execute("SELECT facts FROM z_report").fetchone()[0])
    facts["ends"]["trail_hash"] = bare.execute("SELECT hash FROM audit WHERE id = ?", (kept,)).fetchone()[0]
    bare.execute("UPDATE z_report SET facts = ?", (json.dumps(facts),))


@pytest.mark.parametrize(
    "typed", ["7F3A-09C2-B1D4-88E0", " 7f3a 09c2 b1d4 88e0", "7F3AO9C2BLD488EO", "７Ｆ3A09C2B1D488E０"]
)
def test_a_sum_is_read_as_people_type_it(typed: str) -> None:
    assert read_sum(typed) == "7f3a09c2b1d488e0"


@pytest.mark.parametrize("typed", ["", "7F3A", "7F3A-09C2-B1D4-88E0-1", "7F3A-09C2-B1D4-88EX", "%%%%%%%%%%%%%%%%"])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(SumUnreadable):
        read_sum(typed)


def test_a_cashier_compares_nothing(again: OfficeBuilder) -> None:
    with pytest.raises(NotPermitted):
        again.office.printed_ends.compare(again.cashier, "7F3A-09C2-B1D4-88E0")

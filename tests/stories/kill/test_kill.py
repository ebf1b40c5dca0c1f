"""The process that takes payments is killed at any moment: what was confirmed is there, once, and nothing is broken.

The moments follow from a seed, today's date unless PROPERTY_COUNTER_KILL_SEED says otherwise; it stands in the name of
every kill and on the last lines of the run.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.core.clock import SetClock
from app.core.ids import ReceiptId
from app.counter.payments.asked import TakePayment
from app.counter.shifts.close_shift import Closing
from app.counter.tables import payment, receipt, shift, shift_count, z_report
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.kill.conftest import CASHIER, SEED, Tally
from tests.stories.kill.form import FORM, restored
from tests.stories.kill.points import POINTS
from tests.stories.kill.processes import FreshWorkers, Workers
from tests.stories.kill.said import Said, read_said, wait_until_said

KILLS, MANY_KILLS = 60, 1_000
LONGEST_WORK = 0.4  # seconds
ORDERS = [
    pytest.param(f"{SEED}-{number}", marks=[pytest.mark.endurance] if number >= KILLS else [])
    for number in range(KILLS + MANY_KILLS)
]


@dataclass(frozen=True)
class Found:
    """What the database holds after the kill."""

    labels: dict[str, str]
    ids: dict[str, ReceiptId]
    voided: set[str]
    waiting: set[str]
    draft: TakePayment | None

    @property
    def draft_of(self) -> str:
        return "" if self.draft is None else self.draft.client_id


@contextmanager
def the_next_start(data: Path) -> Iterator[OfficeBuilder]:
    """The office opened again on the same day."""
    builder = OfficeBuilder(data, SetClock(MORNING + timedelta(hours=9)))
    try:
        yield builder
    finally:
        builder.office.close()


def found_in(builder: OfficeBuilder) -> Found:
    back = payment.alias("back")
    rows = (
        select(payment.c.client_id, receipt.c.label, receipt.c.id, back.c.id.label("back"))
        .join_from(receipt, payment, receipt.c.payment_id == payment.c.id)
        .join(back, back.c.reverses == payment.c.id, isouter=True)
        .order_by(receipt.c.id)
    )
    with builder.office.store.reading() as connection:
        receipts = connection.execute(rows).all()
    draft = builder.office.drafts.find(builder.cashier, FORM)
    return Found(
        labels={row.client_id: row.label for row in receipts},
        ids={row.label: ReceiptId(row.id) for row in receipts},
        voided={row.label for row in receipts if row.back is not None},
        waiting={row.label for row in builder.office.receipts.waiting()},
        draft=None if draft is None else restored(draft.content),
    )


def in_doubt(said: Said, found: Found) -> set[str]:
    """The label on which the kill fell, if it fell on one."""
    if said.doubtful == "pay":
        return {found.labels[said.in_doubt[1]]} if said.in_doubt[1] in found.labels else set()
    return {said.in_doubt[1]} if said.doubtful in ("void", "print") else set()


def check_receipts(said: Said, found: Found) -> None:
    assert said.paid.items() <= found.labels.items(), "a confirmed receipt is missing"
    unasked = set(found.labels) - set(said.paid) - {said.in_doubt[1] if said.doubtful == "pay" else ""}
    assert not unasked, "a receipt that nobody asked for"
    assert list(found.labels.values()) == [f"R-{number:06d}" for number in range(1, len(found.labels) + 1)]
    assert said.labels("void") <= found.voided <= said.labels("void") | in_doubt(said, found)


def check_prints(said: Said, found: Found) -> None:
    """Exactly the originals that nobody printed are offered."""
    doubtful = in_doubt(said, found)
    offered = set(said.paid.values()) - said.labels("print") - said.labels("void")
    assert offered - doubtful <= found.waiting <= offered | doubtful


def check_draft(said: Said, found: Found) -> None:
    """The form is there unless it was saved for good."""
    allowed = {said.draft}
    if said.doubtful == "draft":
        allowed.add(said.in_doubt[1])
    if said.doubtful == "drop":
        allowed.add("")
    assert found.draft_of in allowed


def check_shifts(builder: OfficeBuilder, said: Said) -> None:
    """A shift is closed with its report, or open with what was counted; never both, and nothing confirmed is lost."""
    with builder.office.store.reading() as connection:
        rows = connection.execute(
            select(shift.c.id, shift.c.closed_at, z_report.c.no).join_from(shift, z_report, isouter=True)
        ).all()
        counted = {str(number) for number in connection.execute(select(shift_count.c.shift_id)).scalars()}
    assert all((row.closed_at is None) == (row.no is None) for row in rows)
    reports = {str(row.id): f"Z-{row.no:06d}" for row in rows if row.no is not None}
    confirmed = {step[1]: step[2] for step in said.confirmed if step[0] == "close"}
    assert confirmed.items() <= reports.items()
    assert set(reports) - set(confirmed) <= ({said.in_doubt[1]} if said.doubtful == "close" else set())
    assert {step[1] for step in said.confirmed if step[0] == "count"} <= counted


def press_f9_again(builder: OfficeBuilder, said: Said, before: Found) -> None:
    """The restored form collects what was not collected, and nothing twice."""
    if before.draft is None:
        return
    taken = builder.office.payments.take(builder.cashier, before.draft)
    assert taken.repeated == (before.draft_of in before.labels)
    after = found_in(builder)
    assert after.labels == before.labels | {before.draft_of: taken.label}
    assert taken.label == f"R-{len(after.labels):06d}"


def kill_at_any_moment(workers: Workers, seed: str, data: Path, said_file: Path) -> Said:
    cashier = workers.start(CASHIER, said_file, data, seed)
    wait_until_said(said_file, "begin open")
    time.sleep(random.Random(seed).uniform(0, LONGEST_WORK))
    cashier.kill()
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    said = read_said(said_file)
    with the_next_start(data) as builder:
        assert builder.breaches() == []
        found = found_in(builder)
        check_receipts(said, found)
        check_prints(said, found)
        check_draft(said, found)
        check_shifts(builder, said)
        press_f9_again(builder, said, found)
    return said


@pytest.mark.parametrize("seed", ORDERS)
def test_killed_at_any_moment_nothing_confirmed_is_lost_and_nothing_is_doubled(
    seed: str, data: Path, tmp_path: Path, waiting_cashiers: Workers, tally: Tally
) -> None:
    said = kill_at_any_moment(waiting_cashiers, seed, data, tmp_path / "said")
    tally.count(len(said.paid), in_doubt=said.doubtful == "pay")
    shutil.rmtree(data)


def test_a_process_of_its_own_is_killed_where_the_system_does_not_fork(data: Path, tmp_path: Path) -> None:
    said = kill_at_any_moment(FreshWorkers(), f"{SEED}-fresh", data, tmp_path / "said")
    assert said.confirmed or said.in_doubt


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_named_point_the_payment_is_there_whole_or_not_at_all(
    point: str, data: Path, tmp_path: Path, waiting_cashiers: Workers
) -> None:
    said_file = tmp_path / "said"
    waiting_cashiers.start(CASHIER, said_file, data, f"{SEED}-{point}", point).gone()
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    said = read_said(said_file)
    assert said.doubtful == "pay"
    with the_next_start(data) as builder:
        assert builder.breaches() == []
        found = found_in(builder)
        check_receipts(said, found)
        check_prints(said, found)
        check_draft(said, found)
        taken = said.in_doubt[1] in found.labels
        assert taken == (point != "before_commit")
        if taken:
            label = found.labels[said.in_doubt[1]]
            assert label in found.waiting
            assert builder.office.receipts.sheet(builder.cashier, found.ids[label]).mark is None
        assert found.draft_of == said.in_doubt[1]
        press_f9_again(builder, said, found)
        assert builder.breaches() == []


@pytest.mark.parametrize("point", ["before_commit", "before_head", "head_half_written"])
def test_s12_killed_in_a_close_the_shift_is_open_with_its_count_or_closed_with_its_report(
    point: str, data: Path, tmp_path: Path, waiting_cashiers: Workers
) -> None:
    said_file = tmp_path / "said"
    waiting_cashiers.start(CASHIER, said_file, data, f"{SEED}-close-{point}", f"close_{point}").gone()
    assert said_file.with_suffix(".err").read_text(encoding="utf-8") == ""
    said = read_said(said_file)
    assert said.doubtful == "close"
    with the_next_start(data) as builder:
        assert builder.breaches() == []
        check_shifts(builder, said)
        left = builder.office.shifts.current(builder.cashier)
        assert (left is not None) == (point == "before_commit")
        if left is not None:
            compared = builder.office.shift_counts.comparison(left.id)
            reasons = {line.method: "找零尾差" for line in compared.lines if line.difference}
            builder.office.shifts.close(builder.cashier, left.id, Closing(compared.usual_float, reasons))
            assert builder.breaches() == []

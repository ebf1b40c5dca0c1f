"""The process dies in a refund, a void, a reversal or a deduction: it happened once and wholly, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.ids import ReceiptId
from app.core.money import Money
from app.counter.methods import Method
from app.store.folder import DataFolder
from tests.conftest import MORNING
from tests.refunds.refund_office import RefundOffice
from tests.stories.kill.points import POINTS
from tests.stories.kill.processes import Workers
from tests.stories.kill.refund_child import CLIENT

REFUNDER = "tests.stories.kill.refund_child"


def a_receipt(data: Path, step: str) -> ReceiptId:
    """An office with one receipt, of which the step takes something back."""
    office = RefundOffice(data, SetClock(MORNING))
    home = office.unit("3-2-501")
    office.property_fee(home)
    office.billed_through(2026, 11)
    office.open_shift()
    if step == "keep":
        taken, _ = office.deposit(home)
    elif step == "reverse":
        taken = office.pays(home, method=Method.CHEQUE, reference="30871")
    else:
        taken = office.pays(home)
    office.office.close()
    return taken.receipt_id


def happened(office: RefundOffice, step: str, receipt_id: ReceiptId) -> bool:
    if step == "refund":
        return bool(office.office.refunds.newest())
    if step == "keep":
        return office.office.deposits.all()[0].held == Money(1700_00)
    return office.office.receipts.get(receipt_id).voided


def dies(waiting: Workers, tmp_path: Path, folder: DataFolder, step: str, point: str) -> None:
    said = tmp_path / "said"
    assert waiting.start(REFUNDER, said, folder.path, step, point).gone(), "it was not killed"
    assert said.with_suffix(".err").read_text(encoding="utf-8") == ""


DEATHS = [("refund", point) for point in POINTS] + [
    (step, point) for step in ("void", "reverse", "keep") for point in ("before_commit", "before_head")
]


@pytest.mark.parametrize(("step", "point"), DEATHS)
def test_a_kill_leaves_it_done_once_or_not_at_all(
    office_folder: DataFolder, tmp_path: Path, waiting: Workers, step: str, point: str
) -> None:
    receipt_id = a_receipt(office_folder.path, step)
    dies(waiting, tmp_path, office_folder, step, point)
    office = RefundOffice(office_folder.path, SetClock(MORNING))
    assert office.breaches() == []
    assert happened(office, step, receipt_id) is (point != "before_commit")
    if step == "refund":
        again = office.whole(receipt_id) if point == "before_commit" else None
        if again is not None:
            office.refunds(again)
        assert len(office.office.refunds.newest()) == 1
        assert office.office.refunds.original(receipt_id).rest == Money(0)
    assert office.breaches() == []
    office.office.close()


def test_the_same_refund_after_a_kill_is_given_once(
    office_folder: DataFolder, tmp_path: Path, waiting: Workers
) -> None:
    receipt_id = a_receipt(office_folder.path, "refund")
    dies(waiting, tmp_path, office_folder, "refund", "before_head")
    office = RefundOffice(office_folder.path, SetClock(MORNING))
    (done,) = office.office.refunds.newest()
    asked = office.asked_again(CLIENT, receipt_id)
    again = office.refunds(asked)
    assert (again.repeated, again.label) == (True, done.label)
    office.office.close()

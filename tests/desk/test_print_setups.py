"""Which printer each kind of document goes to: kept for the office, within bounds, by a supervisor."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.access.refusals import NotPermitted
from app.access.tables import audit
from app.desk.print_setups import ACTION
from app.paper.documents import PLAIN, DocumentKind, Offset, PrintSetup
from app.paper.refusals import OffsetOutOfBounds
from app.store.settings import write_setting
from tests.office_builder import OfficeBuilder

PINS = PrintSetup(
    "EPSON LQ-630K", {"EPSON LQ-630K": Offset(15, -20), "HP": Offset(1, 2)}, overlay=True, own_letters=True, drawer=True
)


def test_before_any_choice_everything_goes_to_the_default_printer(counter: OfficeBuilder) -> None:
    assert counter.office.print_setups.read() == dict.fromkeys(DocumentKind, PLAIN)


def test_what_a_supervisor_sets_up_is_kept_for_its_kind_only(counter: OfficeBuilder) -> None:
    setups = counter.office.print_setups
    setups.change(counter.supervisor, DocumentKind.RECEIPT, PINS)
    setups.change(counter.supervisor, DocumentKind.Z_REPORT, PrintSetup("HP"))
    assert setups.read()[DocumentKind.RECEIPT] == PINS
    assert setups.read()[DocumentKind.Z_REPORT] == PrintSetup("HP")
    assert setups.read()[DocumentKind.NOTICE] == PLAIN


def test_p4_offsets_are_kept_for_each_printer_of_a_kind(counter: OfficeBuilder) -> None:
    counter.office.print_setups.change(counter.supervisor, DocumentKind.RECEIPT, PINS)
    kept = counter.office.print_setups.read()[DocumentKind.RECEIPT]
    assert kept.offset == Offset(15, -20)
    assert kept.offset_on("HP") == Offset(1, 2)
    assert kept.offset_on("another") == Offset()


@pytest.mark.parametrize("offset", [Offset(201, 0), Offset(0, -201)])
def test_p4_no_more_than_twenty_millimetres(counter: OfficeBuilder, offset: Offset) -> None:
    setups = counter.office.print_setups
    with pytest.raises(OffsetOutOfBounds):
        setups.change(counter.supervisor, DocumentKind.RECEIPT, PrintSetup("HP", {"HP": offset}))
    setups.change(counter.supervisor, DocumentKind.RECEIPT, PrintSetup("HP", {"HP": Offset(200, -200)}))


def test_a_cashier_reads_but_does_not_change(counter: OfficeBuilder) -> None:
    with pytest.raises(NotPermitted):
        counter.office.print_setups.change(counter.cashier, DocumentKind.RECEIPT, PINS)
    assert counter.office.print_setups.read()[DocumentKind.RECEIPT] == PLAIN


def test_every_change_says_who_and_what_before_and_the_same_again_is_none(counter: OfficeBuilder) -> None:
    for setup in (PINS, PINS, PrintSetup("HP")):
        counter.office.print_setups.change(counter.supervisor, DocumentKind.RECEIPT, setup)
    with counter.office.store.reading() as connection:
        rows = connection.execute(select(audit).where(audit.c.action == ACTION).order_by(audit.c.id)).all()
    assert [(row.subject, row.by, row.facts["new"]["printer"]) for row in rows] == [
        ("receipt", counter.supervisor.id, "EPSON LQ-630K"),
        ("receipt", counter.supervisor.id, "HP"),
    ]
    assert rows[0].facts["old"] is None
    assert rows[1].facts["old"]["offsets"]["EPSON LQ-630K"] == [15, -20]


@pytest.mark.parametrize("kept", [{"receipt": "HP"}, {"receipt": {"offsets": {"HP": ["far"]}}}, {"receipt": {}}])
def test_what_cannot_be_read_is_the_plain_setup(counter: OfficeBuilder, kept: object) -> None:
    with counter.office.store.transaction() as connection:
        write_setting(connection, "printing.setups", kept, counter.clock.now(), None)
    assert counter.office.print_setups.read()[DocumentKind.RECEIPT] == PLAIN

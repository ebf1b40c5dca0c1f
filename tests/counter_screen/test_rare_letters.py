"""A name that the roll printer's own letters may lack: said, and the receipt is drawn instead of spelled."""

from __future__ import annotations

from app.counter.settings import RECEIPT_PAPER
from app.paper.documents import DocumentKind, PrintSetup
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import PaperTray, comes_true
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from tests.printing.fake_printers import RawTray


def test_p9_a_rare_letter_is_said_and_the_receipt_drawn(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    office, thermal = builder.office, RawTray()
    office.settings.change(builder.supervisor, {RECEIPT_PAPER: "80mm"})
    office.print_setups.change(builder.supervisor, DocumentKind.RECEIPT, PrintSetup(own_letters=True))
    builder.property_fee(builder.unit("9-1-101", "𠮷村花子"), price="2.10")
    builder.billed_through(2026, 11)
    counter = open_window(tray=tray, thermal=thermal)
    counter.keys.type("9-1-101")
    counter.keys.press("Return", "F9")
    assert tray.gets("Receipt R-000010")
    assert thermal.papers == []
    words = "𠮷 may be missing in the printer's own letters: R-000010 is drawn as a picture."
    assert comes_true(lambda: words in counter.said)
    open_home(counter)
    counter.keys.press("F9")
    assert comes_true(lambda: [title for _, title, _ in thermal.papers] == ["Receipt R-000011"])
    assert not any("R-000011 is drawn" in said for said in counter.said)

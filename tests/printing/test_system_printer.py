"""The system's printers: right size or nothing, black dots only, at the true scale."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.counter.papers.receipt_paper import receipt_pdf
from app.paper.profiles import A5_LANDSCAPE, PROFILES, THIRD_FORM, PaperProfile
from app.paper.refusals import PaperSizeRefused, PrinterMissing
from tests.counter.test_receipt_facts import DRAWN
from tests.paper.judges import PaperOnTable
from tests.printing.some_paper import some_paper
from ui.printing.pdf_pages import PdfPages
from ui.printing.printer_queue import PrintQueue
from ui.printing.system_printer import SystemPrinter, black_and_white, page_layout, printer_names

both_papers = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)


@both_papers
def test_a_receipt_comes_out_as_large_as_its_paper_and_its_code_reads(
    profile: PaperProfile, tmp_path: Path, qtbot: QtBot
) -> None:
    output = tmp_path / "printed.pdf"
    SystemPrinter(to_file=output).print_pdf(receipt_pdf(DRAWN, profile), profile, "R-000128")
    printed = PaperOnTable(output.read_bytes(), tmp_path)
    width, height = (points / 72 * 25.4 for points in printed.size)
    assert abs(width - profile.width) < 0.5
    assert abs(height - profile.height) < 0.5
    assert printed.codes(dpi=300) == [DRAWN.code]


@both_papers
def test_what_is_printed_lies_where_it_was_drawn(profile: PaperProfile, tmp_path: Path, qtbot: QtBot) -> None:
    output = tmp_path / "printed.pdf"
    drawn = receipt_pdf(DRAWN, profile)
    SystemPrinter(to_file=output).print_pdf(drawn, profile, "R-000128")
    wanted, found = (ink_box(PaperOnTable(pdf, tmp_path)) for pdf in (drawn, output.read_bytes()))
    assert np.abs(wanted - found).max() <= 0.4


def test_an_offset_moves_the_print_by_tenths_of_a_millimetre(tmp_path: Path, qtbot: QtBot) -> None:
    boxes = []
    for offset in ((0, 0), (20, -15)):
        output = tmp_path / "printed.pdf"
        SystemPrinter(offset=offset, to_file=output).print_pdf(some_paper(), A5_LANDSCAPE, "test page")
        boxes.append(ink_box(PaperOnTable(output.read_bytes(), tmp_path)))
    assert np.abs(boxes[1] - boxes[0] - [-1.5, 2, -1.5, 2]).max() <= 0.2


def test_every_page_comes_out(tmp_path: Path, qtbot: QtBot) -> None:
    output = tmp_path / "printed.pdf"
    SystemPrinter(to_file=output).print_pdf(some_paper(3), A5_LANDSCAPE, "three pages")
    with pypdfium2.PdfDocument(output) as document:
        assert len(document) == 3


def test_the_real_printer_works_on_the_thread_of_the_queue(tmp_path: Path, qtbot: QtBot) -> None:
    output = tmp_path / "printed.pdf"
    queue = PrintQueue(lambda _name: SystemPrinter(to_file=output))
    with qtbot.waitSignal(queue.printed, timeout=10_000):
        queue.submit("R-000128", THIRD_FORM, lambda: receipt_pdf(DRAWN, THIRD_FORM))
    queue.close()
    assert PaperOnTable(output.read_bytes(), tmp_path).codes(dpi=300) == [DRAWN.code]


def test_a_printer_that_is_not_there_is_refused_by_name(qtbot: QtBot) -> None:
    with pytest.raises(PrinterMissing) as refused:
        SystemPrinter("no such printer").print_pdf(some_paper(), A5_LANDSCAPE, "R-000128")
    assert refused.value.printer == "no such printer"


def test_without_any_printer_the_default_one_is_missing(qtbot: QtBot) -> None:
    if printer_names():
        pytest.skip("this computer has printers")
    with pytest.raises(PrinterMissing):
        SystemPrinter().print_pdf(some_paper(), A5_LANDSCAPE, "R-000128")


def test_a_driver_that_answers_with_its_own_paper_is_not_printed_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    a4 = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    monkeypatch.setattr(QPrinter, "pageLayout", lambda _printer: a4)
    output = tmp_path / "printed.pdf"
    with pytest.raises(PaperSizeRefused) as refused:
        SystemPrinter(to_file=output).print_pdf(some_paper(paper=THIRD_FORM), THIRD_FORM, "R-000128")
    assert (refused.value.wanted, refused.value.offered) == ("241.0 × 93.1 mm", "210.0 × 297.0 mm")
    assert not output.exists()


def test_forms_are_fed_as_wide_as_they_are_and_sheets_by_the_short_edge() -> None:
    form, sheet = page_layout(THIRD_FORM), page_layout(A5_LANDSCAPE)
    assert form.orientation() is QPageLayout.Orientation.Portrait
    assert form.pageSize().size(QPageSize.Unit.Millimeter).toTuple() == pytest.approx((241, 93.13), abs=0.01)
    assert sheet.orientation() is QPageLayout.Orientation.Landscape
    assert sheet.pageSize().id() is QPageSize.PageSizeId.A5


def test_only_black_and_white_reaches_the_printer() -> None:
    with PdfPages(some_paper()) as pages:
        picture = black_and_white(pages.picture(0, 180))
    assert picture.format() is QImage.Format.Format_Mono


def test_a_page_is_as_many_dots_as_its_size_says() -> None:
    with PdfPages(some_paper(2)) as pages:
        assert len(pages) == 2
        assert pages.size(0) == QSizeF(pages.size(1))
        picture = pages.picture(1, 254)
    assert picture.size().toTuple() == pytest.approx((2100, 1480), abs=1)


def ink_box(paper: PaperOnTable) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Top, left, bottom and right of the ink, in millimetres."""
    dark = np.argwhere(np.array(paper.picture(dpi=254)) < 128) / 10
    return np.concatenate([dark.min(axis=0), dark.max(axis=0)])

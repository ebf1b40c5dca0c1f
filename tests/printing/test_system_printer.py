"""The system's printers: right size or nothing, black dots only, at the true scale."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.counter.papers.receipt_paper import receipt_pdf
from app.paper.documents import Offset
from app.paper.lettering import MM
from app.paper.profiles import A5_LANDSCAPE, HALF_FORM, PROFILES, ROLL_80, THIRD_FORM, PaperProfile
from app.paper.refusals import PaperSizeRefused, PrinterMissing
from tests.counter.test_receipt_facts import DRAWN
from tests.paper.judges import PaperOnTable
from tests.printing.some_paper import some_paper
from ui.printing.pdf_pages import PdfPages
from ui.printing.printer_queue import PrintQueue
from ui.printing.system_printer import SystemPrinter, black_and_white, page_layout, printer_names
from ui.sentences import say

both_papers = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)


@both_papers
def test_a_receipt_comes_out_as_large_as_its_paper_and_its_code_reads(
    profile: PaperProfile, tmp_path: Path, qtbot: QtBot
) -> None:
    output = tmp_path / "printed.pdf"
    drawn = receipt_pdf(DRAWN, profile)
    SystemPrinter(to_file=output).print_pdf(drawn, profile, "R-000128")
    wanted, printed = PaperOnTable(drawn, tmp_path), PaperOnTable(output.read_bytes(), tmp_path)
    assert printed.size == pytest.approx(wanted.size, abs=0.5 * MM)
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
    for offset in (Offset(), Offset(20, -15)):
        output = tmp_path / "printed.pdf"
        SystemPrinter(to_file=output).print_pdf(some_paper(), A5_LANDSCAPE, "test page", offset)
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


@pytest.mark.parametrize("profile", [THIRD_FORM, HALF_FORM], ids=lambda profile: profile.name)
@pytest.mark.parametrize("by", [0.6, -0.6, 40])
def test_p6_a_form_that_the_driver_makes_longer_or_shorter_is_refused_in_words(
    profile: PaperProfile, by: float, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    other = QPageSize(QSizeF(profile.width, profile.height + by), QPageSize.Unit.Millimeter)
    offered = QPageLayout(other, QPageLayout.Orientation.Portrait, QMarginsF())
    monkeypatch.setattr(QPrinter, "pageLayout", lambda _printer: offered)
    with pytest.raises(PaperSizeRefused) as refused:
        SystemPrinter("Counter", to_file=tmp_path / "printed.pdf").print_pdf(some_paper(paper=profile), profile, "R-1")
    assert f"{profile.height:.1f} mm" in say(refused.value)
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.parametrize("width", [80, 72])
def test_a_roll_whose_driver_has_lengths_of_its_own_takes_several_of_them(
    width: float, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    lengths = QPageSize(QSizeF(width, 100), QPageSize.Unit.Millimeter, "roll", QPageSize.SizeMatchPolicy.ExactMatch)
    offered = QPageLayout(lengths, QPageLayout.Orientation.Portrait, QMarginsF())
    monkeypatch.setattr(QPrinter, "setPageLayout", lambda printer, _layout: printer.setPageSize(lengths))
    monkeypatch.setattr(QPrinter, "pageLayout", lambda _printer: offered)
    output = tmp_path / "printed.pdf"
    drawn = PaperOnTable(receipt_pdf(DRAWN, ROLL_80), tmp_path)
    SystemPrinter(to_file=output).print_pdf(drawn.pdf, ROLL_80, "R-000128")
    printed = PaperOnTable(output.read_bytes(), tmp_path)
    assert printed.page_count == math.ceil(drawn.size[1] / MM / 100) == 2
    assert [code for page in (1, 2) for code in printed.codes(page, dpi=300)] == [DRAWN.code]


def test_a_roll_of_another_width_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> None:
    narrow = QPageSize(QSizeF(58, 200), QPageSize.Unit.Millimeter)
    offered = QPageLayout(narrow, QPageLayout.Orientation.Portrait, QMarginsF())
    monkeypatch.setattr(QPrinter, "pageLayout", lambda _printer: offered)
    with pytest.raises(PaperSizeRefused):
        SystemPrinter(to_file=tmp_path / "printed.pdf").print_pdf(receipt_pdf(DRAWN, ROLL_80), ROLL_80, "R-000128")


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

"""The fee disclosure sheet from the real question to the printer, on both papers; every step by keys."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.counter_screen.answering import answering
from tests.stories.charging.steps import fill_in, lay, make_tariff
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.first_day_window import Program

_MM_A_POINT = 25.4 / 72
_TITLE_A4_MM = 44 * _MM_A_POINT


def homes_are_charged(program: Program) -> None:
    make_tariff(program, "住宅物业费", {"Price": "1.85", "Basis": "前期物业服务合同第十二条"})
    lay(program, "2026-10-01", "3-2-501")


def sheet_on(program: Program, paper: str) -> bytes:
    """What the printer gets once day, paper and numbers are answered and the preview is printed."""

    def answer() -> None:
        fill_in(program, {"Valid from": "2026-12-20", "Paper": paper, "Complaint number": "0571-5550199"})
        program.keys.press("F9")

    before = len(program.papers)
    with answering(answer, lambda: program.keys.press("Return")):
        program.keys.press("Ctrl+D")
    program.wait_until(lambda: len(program.papers) > before)
    title, pdf = program.papers[-1]
    assert title == f"收费公示 2026-12-20 {paper}"
    return pdf


def height_of_title(pdf: bytes) -> float:
    """How high the title's characters stand on the paper, in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        words = text.get_text_range()
        at = words.index("收费公示")
        _, bottom, _, top = text.get_charbox(at, loose=True)
        return float(top - bottom) * _MM_A_POINT


@pytest.mark.parametrize(("paper", "size", "larger"), [("A4", (210, 297), 1.0), ("A3", (297, 420), 2**0.5)])
def test_the_sheet_comes_out_whole_on_its_paper(
    program: Program, paper: str, size: tuple[int, int], larger: float
) -> None:
    homes_are_charged(program)
    pdf = sheet_on(program, paper)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        assert tuple(round(side * _MM_A_POINT) for side in document[0].get_size()) == size
    posted = PrintedPaper("", pdf)
    for words in (
        "自 2026-12-20 起执行",
        "住宅物业费",
        "1.85 元/㎡·月",
        "按建筑面积；按月预交，每月 5 日前",
        "前期物业服务合同第十二条",
        "按次服务与押金",
        "装修押金",
        "0571-5550199",
        "12315",
        "本表不含任何业主信息",
    ):
        assert posted.says(words), words
    assert not posted.says("张建国")
    assert not posted.says("3-2-501")
    assert height_of_title(pdf) == pytest.approx(_TITLE_A4_MM * larger, rel=0.35)


def test_a3_is_the_same_sheet_with_larger_letters(program: Program) -> None:
    homes_are_charged(program)
    small, large = sheet_on(program, "A4"), sheet_on(program, "A3")
    assert PrintedPaper("", small).text == PrintedPaper("", large).text
    assert height_of_title(large) / height_of_title(small) == pytest.approx(2**0.5, rel=0.01)


def test_a_tariff_without_a_basis_is_named_before_anything_is_drawn(program: Program) -> None:
    make_tariff(program, "住宅物业费", {"Price": "1.85"})
    lay(program, "2026-10-01", "3-2-501")
    told: list[str] = []

    def try_it() -> None:
        program.keys.press("F9")
        told.append(program.screen())
        program.keys.press("Esc")

    with answering(try_it):
        program.keys.press("Ctrl+D")
    assert "住宅物业费" in told[0]
    assert "basis" in told[0]
    assert program.papers == []

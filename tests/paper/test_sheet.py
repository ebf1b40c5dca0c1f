"""A sheet: millimetres from the top left, the same bytes each time, codes that read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.paper.lettering import MM, Style
from app.paper.profiles import A5_LANDSCAPE, PROFILES, THIRD_FORM, PaperProfile
from app.paper.qr import QUIET_MODULES, modules, runs
from app.paper.sheet import Sheet, Side
from tests.paper.judges import PaperOnTable

DIGITS = "10100000128115312501"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
@pytest.mark.parametrize("dpi", [180, 203, 300])
def test_the_code_reads_back_in_black_and_white(profile: PaperProfile, dpi: int, tmp_path: Path) -> None:
    with Sheet(profile, title="t", author="a") as sheet:
        sheet.code(30, 30, DIGITS)
        assert PaperOnTable(sheet.finish(), tmp_path).codes(dpi=dpi) == [DIGITS]


def test_twenty_digits_fit_the_smallest_symbol() -> None:
    assert modules(DIGITS) == 21


def test_runs_of_a_row_are_joined_so_that_no_seams_show() -> None:
    ends = {(row, first + length) for row, first, length in runs(DIGITS)}
    starts = {(row, first) for row, first, _ in runs(DIGITS)}
    assert not ends & starts
    assert runs(DIGITS)[0] == (0, 0, 7)


def test_the_code_is_as_large_as_its_modules(tmp_path: Path) -> None:
    with Sheet(THIRD_FORM, title="t", author="a") as sheet:
        sheet.code(30, 30, DIGITS)
        paper = PaperOnTable(sheet.finish(), tmp_path)
    edge, quiet = 21 * THIRD_FORM.module, QUIET_MODULES * THIRD_FORM.module
    everything = paper.ink(0, 0, 241, 93)
    assert paper.ink(30 - 0.1, 30 - 0.1, 30 + edge + 0.1, 30 + edge + 0.1) == everything
    assert paper.ink(30 - quiet, 30 - quiet, 29.9, 30 + edge + quiet) == 0


def test_places_are_millimetres_from_the_top_left(tmp_path: Path) -> None:
    with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
        sheet.rule(20, 60, 50, 1)
        paper = PaperOnTable(sheet.finish(), tmp_path)
    assert paper.ink(19.8, 49.4, 60.2, 50.6) == paper.ink(0, 0, 210, 148) > 0


def test_right_aligned_figures_end_on_the_column_edge(tmp_path: Path) -> None:
    with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
        sheet.text(100, 50, "1,234.56", Style(11), Side.RIGHT)
        paper = PaperOnTable(sheet.finish(), tmp_path)
    assert paper.ink(100, 40, 210, 60) == 0
    assert paper.ink(99, 40, 100, 60) > 0


def test_letterspacing_of_a_title_does_not_stretch_what_follows(tmp_path: Path) -> None:
    papers = []
    for titled in (False, True):
        with Sheet(A5_LANDSCAPE, title="t", author="a") as sheet:
            if titled:
                sheet.spaced(100, 20, "收款收据", Style(20), 9)
            sheet.text(20, 50, "阳光花园物业服务中心", Style(10))
            papers.append(PaperOnTable(sheet.finish(), tmp_path).picture().crop((0, 250, 1600, 500)))
    assert papers[0].tobytes() == papers[1].tobytes()


def test_the_page_is_as_large_as_the_paper(tmp_path: Path) -> None:
    with Sheet(THIRD_FORM, title="t", author="a") as sheet:
        sheet.rule(20, 60, 50, 1)
        width, height = PaperOnTable(sheet.finish(), tmp_path).size
    assert (round(width / MM, 2), round(height / MM, 2)) == (241, 93.13)


def test_the_same_calls_give_the_same_bytes() -> None:
    def draw(profile: PaperProfile) -> bytes:
        with Sheet(profile, title="t", author="a") as sheet:
            sheet.text(20, 20, "物业费", Style(10))
            sheet.code(30, 30, DIGITS)
            return sheet.finish()

    assert draw(A5_LANDSCAPE) == draw(A5_LANDSCAPE)
    assert draw(A5_LANDSCAPE) != draw(replace(A5_LANDSCAPE, module=0.8))


def test_on_pin_printers_no_rule_is_thinner_than_a_pin() -> None:
    weights = THIRD_FORM.weights
    assert min(weights.heavy, weights.frame, weights.mark) >= 0.4
    assert weights.row is None

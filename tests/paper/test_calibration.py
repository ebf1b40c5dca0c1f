"""The page with rulers: true millimetres on every paper, and text that says what to do with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.paper.calibration import calibration_pdf
from app.paper.profiles import PROFILES, PaperProfile
from tests.paper.judges import PaperOnTable

DPI = 508  # twenty dots a millimetre
every_paper = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
every_sheet = pytest.mark.parametrize(
    "profile", [profile for profile in PROFILES.values() if not profile.roll], ids=lambda profile: profile.name
)


@every_paper
def test_p4_the_ruler_has_a_tick_at_every_millimetre(profile: PaperProfile, tmp_path: Path) -> None:
    dark = np.array(PaperOnTable(calibration_pdf(profile), tmp_path).picture(dpi=DPI)) < 128
    row = (16 if profile.roll else 18) + 1.2
    line = dark[round(row * DPI / 25.4)]
    starts = np.flatnonzero(line[1:] & ~line[:-1]) + 1
    ends = np.flatnonzero(~line[1:] & line[:-1])
    ticks = (starts + ends) / 2 / (DPI / 25.4)
    ticks = ticks[(ticks > profile.margins.left + 2) & (ticks < profile.width - profile.margins.right - 2)]
    assert len(ticks) > 30
    assert np.abs(ticks - np.round(ticks)).max() < 0.08
    assert np.abs(np.diff(ticks) - 1).max() < 0.08


@every_sheet
def test_p4_the_cross_stands_in_the_middle_of_the_paper(profile: PaperProfile, tmp_path: Path) -> None:
    paper = PaperOnTable(calibration_pdf(profile), tmp_path)
    x, y = profile.width / 2, profile.height / 2
    assert paper.ink(x - 0.3, y - 11, x + 0.3, y - 5) > 0
    assert paper.ink(x - 11, y - 0.3, x - 5, y + 0.3) > 0
    assert paper.ink(x - 11, y - 11, x - 1, y - 1) == 0
    assert paper.says(f"{profile.width:.1f} × {profile.height:.1f} 毫米")


@every_paper
def test_nothing_is_drawn_where_the_printer_does_not_reach(profile: PaperProfile, tmp_path: Path) -> None:
    paper = PaperOnTable(calibration_pdf(profile), tmp_path)
    height, edge = paper.size[1] / 72 * 25.4, profile.margins
    assert paper.ink(0, 0, edge.left - 0.4, height) == 0
    assert paper.ink(profile.width - edge.right + 0.4, 0, profile.width, height) == 0
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in paper.fonts())

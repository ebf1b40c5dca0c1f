"""Through a real print system: what comes out of the queue is what was drawn, dot for dot where it was drawn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.papers.receipt_text import COLUMNS
from app.paper.lettering import MM
from app.paper.profiles import A5_LANDSCAPE, PROFILES, ROLL_80, THIRD_FORM, PaperProfile
from tests.counter.test_receipt_facts import DRAWN
from tests.laws.source_tree import PROJECT
from tests.paper.escpos_printer import ThermalPrinter
from tests.paper.judges import PaperOnTable
from tests.printing.print_child import MOVED
from tests.printing.print_system import PrintSystem

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux prints through CUPS from Debian")
DPI = 254  # ten dots a millimetre
ROUNDED = 6  # tenths of a millimetre by which a driver's own size of a sheet may differ
NEAR = 3  # tenths of a millimetre that a driver may round a stroke away


@pytest.fixture(scope="module")
def system() -> Iterator[PrintSystem]:
    system = PrintSystem()
    yield system
    system.close()


def send(system: PrintSystem, printer: str, paper: str) -> tuple[str, str]:
    """Print the drawn receipt; its title and what the window was told."""
    title = f"R{uuid4().hex[:12]}"
    child = [sys.executable, "-m", "tests.printing.print_child", printer, title, paper]
    done = subprocess.run(
        child, env=system.environment, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return title, done.stdout


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_every_paper_comes_out_of_the_queue_as_it_was_drawn(
    profile: PaperProfile, system: PrintSystem, tmp_path: Path
) -> None:
    title, told = send(system, "counter", profile.name)
    assert "printed" in told.splitlines()[-1], told
    printed = PaperOnTable(system.printed(title), tmp_path)
    drawn = PaperOnTable(receipt_pdf(DRAWN, profile), tmp_path)
    assert printed.page_count == drawn.page_count == 1
    fed = drawn.size if not turned(profile) else drawn.size[::-1]
    assert printed.size == pytest.approx(fed, abs=0.6 * MM)  # a driver rounds A5 to whole points
    assert printed.codes(dpi=300) == [DRAWN.code]
    wanted, found = dark(drawn), lying(dark(printed), profile)
    height, width = (min(sizes) for sizes in zip(wanted.shape, found.shape, strict=True))
    wanted, found = wanted[:height, :width], found[:height, :width]
    shift = np.rint((box(found) - box(wanted)).reshape(2, 2).mean(axis=0)).astype(int)
    assert np.abs(shift).max() <= ROUNDED
    found = np.roll(found, -shift, (0, 1))
    assert (found & ~grown(wanted)).sum() == 0
    assert (wanted & ~grown(found)).sum() == 0


def test_p4_an_offset_moves_all_of_the_paper_by_tenths_of_a_millimetre(system: PrintSystem, tmp_path: Path) -> None:
    title, _ = send(system, "counter", f"{A5_LANDSCAPE.name}+moved")
    found = lying(dark(PaperOnTable(system.printed(title), tmp_path)), A5_LANDSCAPE)
    wanted = dark(PaperOnTable(receipt_pdf(DRAWN, A5_LANDSCAPE), tmp_path))
    shift = box(found) - box(wanted)
    assert np.abs(shift - [MOVED.y, MOVED.x, MOVED.y, MOVED.x]).max() <= 2


def test_p5_the_systems_printers_are_listed(system: PrintSystem) -> None:
    _, told = send(system, "counter", A5_LANDSCAPE.name)
    assert set(told.splitlines()[0].split()) >= {"printers", "counter", "fixed", "thermal"}


def test_p6_a_driver_that_does_not_know_the_form_is_not_printed_on(system: PrintSystem) -> None:
    _, told = send(system, "fixed", THIRD_FORM.name)
    assert "failed Nothing was printed: fixed would use paper of" in told
    assert "not of 241.0 × 93.1 mm" in told
    assert "fixed" not in system.ask("lpstat", "-o")


def test_p8_a_printer_that_is_stopped_says_so_and_nothing_waits_behind_the_windows_back(system: PrintSystem) -> None:
    system.wait_until_idle()
    system.ask("cupsdisable", "counter")
    try:
        _, told = send(system, "counter", A5_LANDSCAPE.name)
        assert "failed" in told.splitlines()[-1]
        assert "counter" in told.splitlines()[-1]
        assert not system.ask("lpstat", "-o").strip()
    finally:
        system.ask("cupsenable", "counter")


def test_p8_a_printer_that_went_away_is_missed_by_name(system: PrintSystem) -> None:
    _, told = send(system, "gone", A5_LANDSCAPE.name)
    assert "failed The printer gone is not set up on this computer." in told


def test_p9_the_printers_own_bytes_pass_the_system_untouched(system: PrintSystem) -> None:
    _, told = send(system, "thermal", "letters")
    assert "printed" in told.splitlines()[-1], told
    paper = ThermalPrinter(COLUMNS[ROLL_80]).prints(system.raw())
    assert paper.says("何知远")
    assert paper.says("人民币伍佰陆拾玖元肆角伍分")
    assert (paper.codes, paper.cuts, paper.pulses) == ([DRAWN.code], 1, 1)


def turned(profile: PaperProfile) -> bool:
    """Cut sheets that lie are fed by the short edge."""
    return profile.landscape and not profile.continuous


def lying(dots: np.ndarray, profile: PaperProfile) -> np.ndarray:
    """The paper as a person holds it."""
    return np.rot90(dots, 3) if turned(profile) else dots


def dark(paper: PaperOnTable) -> np.ndarray:
    return np.array(paper.picture(dpi=DPI)) < 128


def grown(dots: np.ndarray) -> np.ndarray:
    """Every dot with those around it."""
    out = dots.copy()
    for axis in (0, 1):
        base = out.copy()
        for step in range(1, NEAR + 1):
            for shift in (-step, step):
                out |= np.roll(base, shift, axis)
    return out


def box(dots: np.ndarray) -> np.ndarray:
    places = np.argwhere(dots)
    return np.concatenate([places.min(axis=0), places.max(axis=0)])

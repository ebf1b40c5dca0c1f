"""What the program promises by number stands in the name of a test.

C counter, S shift, P paper, G everywhere, I incidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

TESTS = Path(__file__).parent.parent
LATER = {"C32"}
"""Dunning comes with its own room."""

PROMISED = [
    f"{kind}{number}"
    for kind, last in (("C", 33), ("S", 16), ("P", 9), ("G", 15), ("I", 30))
    for number in range(1, last + 1)
]
_TEST = re.compile(r"^\s*def (test_\w+)", re.MULTILINE)
_NUMBERS = re.compile(r"(?<=_)([cspgi]\d{1,2})(?=_)")


def numbers_in(names: Iterable[str]) -> set[str]:
    """The numbers that test names bear: `test_s6_s7_differences_stand_in_words` bears S6 and S7."""
    return {number.upper() for name in names for number in _NUMBERS.findall(name)}


def test_every_numbered_behaviour_has_a_test_of_its_name() -> None:
    found = numbers_in(name for path in TESTS.rglob("test_*.py") for name in _TEST.findall(path.read_text("utf-8")))
    assert [number for number in PROMISED if number not in found | LATER] == []


def test_a_number_without_a_test_is_missed() -> None:
    assert numbers_in(["test_s6_s7_differences", "test_fits_a5_paper", "test_c27_void"]) == {"S6", "S7", "C27"}

"""A guess at a password costs what it is said to cost."""

import pytest

from app.core import stretching
from tests.light_passwords import LIGHT, SHIPPED


def test_a_guess_costs_scrypt_with_two_to_the_fifteenth(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (stretching.COST, SHIPPED) == (LIGHT, 2**15)
    monkeypatch.setattr(stretching, "COST", SHIPPED)
    known = "3e42d8d142441f9f065940b49b3793d19454829f6f5523167f0482c0a42e63c0"  # by another program
    assert stretching.stretched("smooth-river", bytes(16)).hex() == known


def test_another_letter_or_another_salt_gives_nothing_alike() -> None:
    made = {stretching.stretched(*given) for given in (("a", bytes(16)), ("b", bytes(16)), ("a", bytes([1] * 16)))}
    assert sorted(map(len, made)) == [32, 32, 32]

"""A refusal is made with the facts its class names, and tells them."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from app.core.errors import Refusal, facts_of


class DoorShut(Refusal):
    """The door is shut."""

    door: str
    since: int = 8


class FireDoorShut(DoorShut):
    """It may never be."""

    floor: int = 1


@pytest.mark.parametrize("refusal", [DoorShut("north"), DoorShut(door="north"), DoorShut("north", since=8)])
def test_facts_are_given_by_place_or_by_name(refusal: DoorShut) -> None:
    assert (refusal.door, refusal.since) == ("north", 8)
    assert str(refusal) == repr(refusal) == "DoorShut(door='north', since=8)"


def test_the_facts_of_a_parent_come_first() -> None:
    assert list(facts_of(FireDoorShut).parameters) == ["door", "since", "floor"]
    assert str(FireDoorShut("north", 9, 2)) == "FireDoorShut(door='north', since=9, floor=2)"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("north", 8, 1), {}), (("north",), {"door": "south"}), (("north",), {"gate": 1})]
)
def test_a_missing_or_foreign_fact_is_a_bug(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        DoorShut(*given, **named)


def test_two_of_them_are_never_the_same_and_a_copy_tells_the_same() -> None:
    refusal = DoorShut("north", since=9)
    assert refusal != DoorShut("north", since=9)
    assert str(copy.copy(refusal)) == str(pickle.loads(pickle.dumps(refusal))) == str(refusal)

"""The lists that take turns in the pane on the left: what each is called, what is read, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.language import mark
from app.office import Office
from ui.fees.list_lines import run_lines, shared_lines, tariff_lines
from ui.widgets.two_line_list import Line


class Side(StrEnum):
    """Which list is shown."""

    TARIFFS = "tariffs"
    RUNS = "runs"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class SideKind:
    """One list: its name, what its search box asks for, its rows, and the lines that hold the words typed."""

    name: str
    find: str
    hint: str
    read: Callable[[Office], Sequence[Any]]
    lines: Callable[[Sequence[Any], str, date], list[Line]]


KINDS: dict[Side, SideKind] = {
    Side.TARIFFS: SideKind(
        mark("Tariffs"),
        mark("Find a tariff"),
        mark("Tariff or item"),
        lambda office: office.tariffs.rows(),
        tariff_lines,
    ),
    Side.RUNS: SideKind(
        mark("Billing runs"),
        mark("Find a billing run"),
        mark("Month or person"),
        lambda office: office.billing.runs(),
        lambda rows, words, _: run_lines(rows, words),
    ),
    Side.SHARED: SideKind(
        mark("Shared costs"),
        mark("Find a shared cost"),
        mark("Title, month or item"),
        lambda office: office.shared_costs.rows(),
        lambda rows, words, _: shared_lines(rows, words),
    ),
}

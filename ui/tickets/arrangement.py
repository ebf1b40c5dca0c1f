"""How list, form and ticket share the width of the window."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.sizes import px

_LIST, _LEAST_LIST, _DETAIL, _FACTS = 508, 400, 420, 300


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`list_width` in logical pixels; `beside` while list and ticket are seen together, `facts` while all three are."""

    list_width: int
    beside: bool
    facts: bool


def arranged(width: int) -> Arrangement:
    """First the facts fold under the title, then the list gives way, then only one of the two is seen."""
    if width >= px(_LIST) + px(_DETAIL) + px(_FACTS):
        return Arrangement(px(_LIST), beside=True, facts=True)
    if width >= px(_LEAST_LIST) + px(_DETAIL):
        return Arrangement(min(px(_LIST), width - px(_DETAIL)), beside=True, facts=False)
    return Arrangement(width, beside=False, facts=False)

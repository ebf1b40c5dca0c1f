"""Passwords at a thousandth of their work: hundreds of tests sign somebody in, and one proves the work itself."""

from __future__ import annotations

from app.core import stretching

SHIPPED = stretching.COST
LIGHT = 2**5


def make_passwords_light() -> None:
    """For this process from now on; what another one stretched in earnest opens nothing here."""
    stretching.COST = LIGHT

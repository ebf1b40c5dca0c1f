"""The templates that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from app.notices.templates.read_template import read_document

CODES = (
    *("planned-power-cut", "sudden-power-cut", "water-cut", "lift-repair", "payment-failure", "network-failure"),
    *("typhoon", "epidemic", "fee-disclosure", "general"),
)


@cache
def shipped_document(code: str) -> Mapping[str, Any]:
    """The document of a shipped template. Raises TemplateBroken."""
    text = (resources.files("resources") / "notices" / f"{code}.toml").read_text(encoding="utf-8")
    return read_document(code, text)

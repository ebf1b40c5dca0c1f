"""Contexts of keys of the tab."""

from __future__ import annotations

TAB = "duty"
"""Acts everywhere in the tab."""
HOME = "duty.home"
"""Acts while the first page is seen."""

"""A slip in a typed recovery code is selected, so that the next key mends it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.store.key_refusals import CodeMistyped
from ui.widgets.line_field import LineField


def mark_group(code: LineField, refusal: CodeMistyped) -> None:
    """Select the group that cannot be right; one that was typed together with its neighbours leaves the caret there."""
    code.setFocus(Qt.FocusReason.OtherFocusReason)
    at = code.text().find(refusal.typed)
    if at >= 0:
        code.setSelection(at, len(refusal.typed))

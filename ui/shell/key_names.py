"""How a key is written on a cap: short, in the person's language."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QKeySequence

from app.core.language import mark, tr

_NAMED = {
    "Return": mark("Enter"),
    "Enter": mark("Enter"),
    "Space": mark("Space"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Del": mark("Del"),
    "PgUp": "PgUp",
    "PgDown": "PgDn",
    "-": "−",
}

# An input method, Windows itself or a national keyboard layout takes these before any program.
_TAKEN = ("", "Shift", "Ctrl", "Alt", "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "F10", "Alt+F4")


def cap_text(keys: str) -> str:
    """`Ctrl+F9` as `Ctrl F9`, `Return` as `Enter` or `回车`."""
    name = portable(keys)
    if name == "+":
        return name
    parts = [part or "+" for part in name.replace("++", "+\0").split("+")]
    return " ".join(tr(_NAMED[part]) if part in _NAMED else part.replace("\0", "+") for part in parts)


@cache
def portable(keys: str) -> str:
    """One spelling for each key, whatever was typed in the source (`ctrl+f9`, `Esc`)."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def is_taken(keys: str) -> bool:
    """Whether the key belongs to the input method or to the system, so that no action may have it."""
    name = portable(keys)
    return name in _TAKEN or ("Ctrl" in name and "Alt" in name)

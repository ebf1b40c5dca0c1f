"""Name and password as a terminal asks for them; a password is never shown, nor taken from options or environment."""

from __future__ import annotations

import getpass
import sys

from app.core.language import tr


def ask_name_and_password() -> tuple[str, str]:
    """Asked for on the terminal; where input comes from somewhere else, its first two lines."""
    if not sys.stdin.isatty():
        return _line(), _line()
    print(tr("Name: "), end="", file=sys.stderr, flush=True)  # noqa: T201 - standard output belongs to the answer
    return _line(), getpass.getpass(tr("Password: "), sys.stderr)


def _line() -> str:
    return sys.stdin.readline().rstrip("\r\n")

"""Three families of errors: refusals, troubles, and (everything else) bugs.

Both are `@dataclass(eq=False)` exceptions: their fields are facts, the screen owns the sentence.
(Not frozen: Python itself writes `__traceback__` on an exception that passes a context manager.)
"""

from __future__ import annotations


class _Told(Exception):  # noqa: N818
    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_"))
        return f"{type(self).__name__}({facts})"


class Refusal(_Told):
    """The program will not do what was asked, and the person can act on it."""


class Trouble(_Told):
    """The world failed: a disk, a lock, a file, a printer."""

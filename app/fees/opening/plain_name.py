"""Names of tariffs and fee items as sheets spell them: full-width signs and blanks make no difference."""

from __future__ import annotations

import unicodedata


def plain_name(text: str) -> str:
    """The name by which two spellings of it are one: `住宅（高层）` and `住宅 (高层)`."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()

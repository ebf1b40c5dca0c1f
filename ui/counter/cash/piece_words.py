"""What a note or coin is called."""

from __future__ import annotations

from app.core.language import tr
from app.core.money import Money


def piece_name(piece: Money) -> str:
    """A denomination as the drawer is sorted: 100 yuan, 5 jiao, 1 fen."""
    if piece.fen >= 100:
        return tr("{n} yuan").format(n=piece.fen // 100)
    if piece.fen >= 10:
        return tr("{n} jiao").format(n=piece.fen // 10)
    return tr("{n} fen").format(n=piece.fen)

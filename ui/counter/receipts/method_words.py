"""How a receipt was paid, in words."""

from __future__ import annotations

from app.core.language import tr
from app.counter.methods import NAMES
from app.counter.receipts.receipt_list import ReceiptRow


def methods_words(shown: ReceiptRow) -> str:
    """All methods of a payment, the first tender first."""
    return tr(", ").join(tr(NAMES[method]) for method in shown.methods or (shown.method,))

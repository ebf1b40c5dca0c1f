"""Reading an amount of money as it is typed at the counter."""

from __future__ import annotations

import re

from app.core.money import MOST, Money, total
from app.core.refusals import AmountTooLarge, NegativeAmount, NoAmount, NotAnAmount, ThirdDecimal
from app.core.typed_text import plain

_TERM = re.compile(r"¥?(?P<yuan>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<decimals>[0-9]*))?元?")


def parse_money(text: str) -> Money:
    """The amount that was typed, 0.00 to 9,999,999.99 yuan: `1862.4`, `1,862.40`, `700元`, full-width, `1800+62.4`.

    Raises NoAmount, NotAnAmount, ThirdDecimal, NegativeAmount, AmountTooLarge.
    """
    typed = plain(text)
    if not typed:
        raise NoAmount
    if "-" in typed:
        raise NegativeAmount(text.strip())
    amount = total(_term(part, text) for part in typed.split("+"))
    if amount > MOST:
        raise AmountTooLarge(text.strip(), MOST)
    return amount


def _term(part: str, text: str) -> Money:
    found = _TERM.fullmatch(part)
    if found is None or not any(sign.isdigit() for sign in part):
        raise NotAnAmount(part or text.strip())
    decimals = found["decimals"] or ""
    if len(decimals) > 2:
        raise ThirdDecimal(part)
    yuan = found["yuan"].replace(",", "").lstrip("0")
    if len(yuan) > 7:
        raise AmountTooLarge(text.strip(), MOST)
    return Money(int(yuan or "0") * 100 + int(decimals.ljust(2, "0")))

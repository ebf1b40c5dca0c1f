"""人民币大写: the amount of a paper in words, from the same whole fen as its figures."""

from __future__ import annotations

from app.core.money import Money

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_BEYOND = 10**14  # fen: four digits before 亿


def amount_in_words(amount: Money) -> str:
    """The amount with 人民币 in front; ValueError below nothing or from a trillion yuan on.

    整 closes after 元 and after 角, never after 分; a refund prints its positive words.
    """
    if not 0 <= amount.fen < _BEYOND:
        msg = f"no words for {amount}"
        raise ValueError(msg)
    yuan, fen = divmod(amount.fen, 100)
    return "人民币" + (_yuan_in_words(yuan) + _cents_in_words(yuan, fen) or "零元整")


def _yuan_in_words(yuan: int) -> str:
    words, skipped = "", False
    for group in (2, 1, 0):
        part = yuan // 10 ** (4 * group) % 10_000
        if part:
            words += "零" if words and (skipped or part < 1000) else ""
            words += _group_in_words(part) + _GROUPS[group]
        skipped = bool(words) and not part
    return words + "元" if words else ""


def _group_in_words(part: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = part // 10**place % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = bool(words) and not digit
    return words


def _cents_in_words(yuan: int, fen: int) -> str:
    jiao, rest = divmod(fen, 10)
    if not fen:
        return "整" if yuan else ""
    zero = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    return zero + (_DIGITS[jiao] + "角" if jiao else "") + (_DIGITS[rest] + "分" if rest else "整")

"""The code on a paper: twenty digits `K BB NNNNNNNN VVVVVVVV L`, typed by a scanner that knows no letters.

Kind, book, number, a check value that only this office's key can make, and a Luhn digit that tells a
broken scan from a false paper.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from app.core.errors import Refusal
from app.core.money import Money
from app.core.typed_text import plain

CODE_LENGTH = 20
CHECK_LENGTH = 8
_BEFORE_CHECK = CODE_LENGTH - CHECK_LENGTH - 1
_CHECK_VALUES = 10**CHECK_LENGTH


class PaperKind(IntEnum):
    """What kind of paper carries the code."""

    RECEIPT = 1
    REFUND = 2
    REMINDER = 3
    WORK_ORDER = 4
    Z_REPORT = 5
    BLANK_RECEIPT = 6


class CodeFault(StrEnum):
    """Why a text is not a code of ours."""

    NOT_DIGITS = "not digits"
    LENGTH = "length"
    KIND = "kind"
    BOOK = "book"
    LUHN = "luhn"


class CodeUnreadable(Refusal):
    """A scanned or typed text is not a whole code of ours."""

    text: str
    fault: CodeFault


@dataclass(frozen=True, slots=True)
class CodedPaper:
    """What the check value vouches for; a blank receipt has no amount yet."""

    kind: PaperKind
    book: int
    number: int
    day: date
    unit: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A code taken apart; `check` is its eight digits."""

    kind: PaperKind
    book: int
    number: int
    check: str

    @property
    def digits(self) -> str:
        """All twenty digits."""
        body = f"{self.kind:d}{self.book:02d}{self.number:08d}{self.check}"
        return body + luhn_digit(body)


def issue_code(paper: CodedPaper, key: bytes) -> str:
    """The twenty digits for a paper under the office's key; ValueError beyond book 1-99 or number 1-99999999."""
    if not 1 <= paper.book <= 99 or not 1 <= paper.number < _CHECK_VALUES:
        msg = f"no code for book {paper.book}, number {paper.number}"
        raise ValueError(msg)
    return PaperCode(paper.kind, paper.book, paper.number, check_value(paper, key)).digits


def check_value(paper: CodedPaper, key: bytes) -> str:
    """Eight digits of HMAC-SHA-256 over the facts of the paper: its first 64 bits modulo 10⁸."""
    amount = "" if paper.amount is None else str(paper.amount.fen)
    facts = (str(int(paper.kind)), str(paper.book), str(paper.number), paper.day.isoformat(), paper.unit, amount)
    seal = hmac.digest(key, "\n".join(facts).encode(), hashlib.sha256)
    return f"{int.from_bytes(seal[:8], 'big') % _CHECK_VALUES:08d}"


def is_genuine(code: str, paper: CodedPaper, key: bytes) -> bool:
    """Whether the code is the one this office gave to exactly this paper."""
    return hmac.compare_digest(code.encode(), issue_code(paper, key).encode())


def parse_code(text: str) -> PaperCode:
    """Take a code apart; blanks between the groups are allowed. Raises CodeUnreadable with what is wrong."""
    digits = "".join(text.split())
    fault = _fault(digits)
    if fault is not None:
        raise CodeUnreadable(text, fault)
    return PaperCode(PaperKind(int(digits[0])), int(digits[1:3]), int(digits[3:11]), digits[11:19])


def looks_like_code(text: str) -> bool:
    """Whether a text is a whole code with a right check digit, so that a scan is told from typing."""
    return _fault(text.strip()) is None


def check_text(code: str) -> str:
    """The check value as printed and read out: `1153 1250`."""
    return f"{code[11:15]} {code[15:19]}"


def split_typed_check(text: str) -> tuple[str, str] | None:
    """Receipt number and check value of a hand-typed `R-000128 1153 1250`, else None."""
    found = _TYPED.fullmatch(text.strip())
    return (found["label"], found["first"] + found["second"]) if found else None


def typed_check(text: str) -> str:
    """The eight digits of a check value typed alone, `1153 1250` or `11531250`; empty where a text is none."""
    digits = plain(text)
    return digits if len(digits) == CHECK_LENGTH and digits.isascii() and digits.isdigit() else ""


def with_check(check: str) -> str:
    """A pattern (SQL LIKE) that the codes with this check value fit, and no others."""
    return "_" * _BEFORE_CHECK + check + "_"


def luhn_digit(body: str) -> str:
    """The digit that makes `body` with it pass the Luhn test."""
    weighed = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(body)))
    return str(-sum(value - 9 if value > 9 else value for value in weighed) % 10)


_TYPED = re.compile(r"(?P<label>\S*-\d+)\s+(?P<first>\d{4})\s?(?P<second>\d{4})", re.ASCII)


def _fault(digits: str) -> CodeFault | None:
    if not (digits.isascii() and digits.isdigit()):
        return CodeFault.NOT_DIGITS
    if len(digits) != CODE_LENGTH:
        return CodeFault.LENGTH
    if luhn_digit(digits[:-1]) != digits[-1]:
        return CodeFault.LUHN
    if int(digits[0]) not in set(PaperKind):
        return CodeFault.KIND
    return CodeFault.BOOK if digits[1:3] == "00" else None

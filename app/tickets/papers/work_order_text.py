"""The problem on a work order: its first sentence bold, large while it fits, what does not fit on a further sheet."""

from __future__ import annotations

from dataclasses import dataclass

from app.paper.lettering import Style, advance
from app.paper.line_breaking import break_lines
from app.paper.sheet import Sheet

LARGE, SMALL = Style(12), Style(10)
MOST_LARGE, MOST_SMALL = 5, 6
_ENDS = "。！？!?；;"
_LONGEST_FIRST = 48
_CONTINUED = "（续下页）"


@dataclass(frozen=True, slots=True)
class ProblemText:
    """Lines of a size on the first sheet, of which the first `bold` signs are bold, and the rest for further sheets."""

    text: str
    lines: tuple[str, ...]
    style: Style
    bold: int
    rest: str

    def draw(self, sheet: Sheet, left: float, baseline: float, lead: float) -> None:
        """Draw the lines downwards from the first baseline, `lead` mm apart."""
        place = 0
        for number, line in enumerate(self.lines):
            place = max(self.text.find(line, place), place)
            split = min(max(self.bold - place, 0), len(line))
            x = sheet.text(left, baseline + number * lead, line[:split], Style(self.style.size, bold=True))
            sheet.text(x, baseline + number * lead, line[split:], self.style)
            place += len(line)


def problem_text(text: str, room: float) -> ProblemText:
    """The text as it stands on the first sheet, `room` mm wide."""
    plain = " ".join(text.split())
    bold = _first_sentence(plain)
    large = _broken(plain, LARGE, room)
    if len(large) <= MOST_LARGE:
        return ProblemText(plain, tuple(large), LARGE, bold, "")
    small = _broken(plain, SMALL, room)
    if len(small) <= MOST_SMALL:
        return ProblemText(plain, tuple(small), SMALL, bold, "")
    shown = small[: MOST_SMALL - 1]
    rest = plain[_end_of(plain, shown) :].strip()
    return ProblemText(f"{plain[: _end_of(plain, shown)]}{_CONTINUED}", (*shown, _CONTINUED), SMALL, bold, rest)


def _broken(text: str, style: Style, room: float) -> list[str]:
    bold = Style(style.size, bold=True)  # runs a little wider: what fits bold fits in any case
    return break_lines(text, room, lambda sign: max(advance(sign, style), advance(sign, bold)))


def _end_of(text: str, lines: list[str]) -> int:
    end = 0
    for line in lines:
        end = text.index(line, end) + len(line)
    return end


def _first_sentence(text: str) -> int:
    """How many signs are bold; a text without an end in sight is not bold at all, unless it is short."""
    end = next((place + 1 for place, sign in enumerate(text) if sign in _ENDS), len(text))
    return end if end <= _LONGEST_FIRST else 0

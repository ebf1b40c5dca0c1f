"""Papers longer than a page: blocks that stand below each other, and which of them stand on which page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.money import NOTHING, Money, total
from app.paper.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Block:
    """Something `height` mm high that draws itself below a y.

    It stays on the page of the `holds` blocks that follow it: a head is never alone at the foot. `head` stands above it
    again where a page begins with it; `amount` counts in the sum of its page.
    """

    height: float
    draw: Callable[[Sheet, float], None]
    holds: int = 0
    head: Block | None = None
    amount: Money = NOTHING


@dataclass(frozen=True, slots=True)
class BlockPage:
    """The blocks of one page, and what their amounts sum to."""

    blocks: tuple[Block, ...]

    @property
    def amount(self) -> Money:
        """The sum of the page."""
        return total(block.amount for block in self.blocks)

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw all of them from `top` down; answers where they end."""
        for block in self.blocks:
            block.draw(sheet, top)
            top += block.height
        return top


def paginate(blocks: Sequence[Block], first: float, later: float) -> list[BlockPage]:
    """The pages, with room for so many mm on the first and on every later one; at least one page."""
    pages: list[list[Block]] = [[]]
    left = first
    for place, block in enumerate(blocks):
        page = pages[-1]
        if page and _wanted(blocks, place) > left + 1e-6:
            page = [block.head] if block.head is not None else []
            pages.append(page)
            left = later - sum(one.height for one in page)
        page.append(block)
        left -= block.height
    return [BlockPage(tuple(page)) for page in pages]


def _wanted(blocks: Sequence[Block], place: int) -> float:
    """The height of a block with everything that must not be parted from it."""
    end = place
    while end < len(blocks) and end <= place + blocks[place].holds:
        end += 1
    return sum(block.height for block in blocks[place:end])

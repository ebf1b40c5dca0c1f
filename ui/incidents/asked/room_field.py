"""A room as it is typed at the counter: any spelling, a name or the end of a telephone, if it means one room only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Refusal
from app.core.ids import UnitId
from app.core.language import tr
from ui.sentences import sentence
from ui.widgets.typed_field import TypedField

if TYPE_CHECKING:
    from app.office import Office


class NoSuchRoom(Refusal):
    """No room of the estate is meant, or more than one; `like` are the first of them."""

    text: str
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A room that was found."""

    id: UnitId
    code: str


class RoomField(TypedField[Room]):
    """Empty is no room."""

    def __init__(self, name: str, office: Office) -> None:
        super().__init__(name, lambda text: find_room(office, text), lambda room: room.code, columns=12)


def find_room(office: Office, text: str) -> Room:
    """The one room that is meant. Raises NoSuchRoom."""
    hits = [hit for hit in office.finder.find(text.strip()) if hit.receipt is None]
    exact = [hit for hit in hits if hit.code == text.strip()]
    met = exact or hits
    if len(met) != 1:
        raise NoSuchRoom(text.strip(), tuple(hit.code for hit in met[:3]))
    return Room(met[0].unit_id, met[0].code)


@sentence(NoSuchRoom)
def _no_such_room(error: NoSuchRoom) -> str:
    if error.like:
        return tr("“{text}” may be {codes}. Type the whole room.").format(text=error.text, codes=", ".join(error.like))
    return tr("There is no room “{text}”. Leave it empty if it is not one of ours.").format(text=error.text)

"""What is chosen beside the fields of a form or a question, kept as one more of its texts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from ui.shell.draft_keeper import UNFIT

if TYPE_CHECKING:
    from ui.widgets.typed_texts import Texts

BESIDE = "beside the fields"
"""The name under which it is kept, as a field's text is under the field's."""


class Beside(Protocol):
    """What is chosen beside the fields, as a text."""

    def beside_fields(self) -> str:
        """What stands there."""

    def put_beside(self, kept: str) -> None:
        """Take up again what `beside_fields` gave."""


def beside_texts(form: Beside | None) -> Texts:
    """To be kept with the texts of the fields."""
    return {} if form is None else {BESIDE: form.beside_fields()}


def put_beside(form: Beside | None, texts: Texts) -> None:
    """Take it up out of what was kept; what another version of the form kept is let go."""
    if form is not None and BESIDE in texts:
        with suppress(*UNFIT):
            form.put_beside(texts[BESIDE])

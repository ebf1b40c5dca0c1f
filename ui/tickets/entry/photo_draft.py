"""Photos in a draft: kept apart from the words, and written only when there are others."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from app.tickets.files.picture import Picture, PictureKind


def photos_kept(pictures: Sequence[Picture]) -> dict[str, object]:
    """As a draft keeps them."""
    return {"photos": [_kept(one) for one in pictures]}


def photos_of_draft(kept: Mapping[str, Any]) -> list[Picture]:
    """As a draft kept them."""
    return [
        Picture(
            one["name"],
            PictureKind(one["kind"]),
            base64.b64decode(one["content"]),
            base64.b64decode(one["thumbnail"]),
            one["width"],
            one["height"],
        )
        for one in kept.get("photos", ())
    ]


def _kept(one: Picture) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "content": base64.b64encode(one.content).decode("ascii"),
        "thumbnail": base64.b64encode(one.thumbnail).decode("ascii"),
        "width": one.width,
        "height": one.height,
    }

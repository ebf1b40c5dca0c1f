"""What the organisation refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class PostNeedsName(Refusal):
    """A post without a name."""


@dataclass(eq=False)
class PostChangedMeanwhile(Refusal):
    """Somebody else has changed or taken off this post since the list was read."""


@dataclass(eq=False)
class OrganisationWritten(Refusal):
    """The usual posts are laid only where there is none yet."""

    posts: int

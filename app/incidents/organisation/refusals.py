"""What the organisation refuses."""

from __future__ import annotations

from app.core.errors import Refusal


class PostNeedsName(Refusal):
    """A post without a name."""


class PostChangedMeanwhile(Refusal):
    """Somebody else has changed or taken off this post since the list was read."""


class OrganisationWritten(Refusal):
    """The usual posts are laid only where there is none yet."""

    posts: int

"""Why a damaged office is not helped in one of the ways."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import Refusal


class KeyOfAnotherOffice(Refusal):
    """The key in this backup does not open the database that lies in the folder."""

    file: Path

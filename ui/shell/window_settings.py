"""How the window was left: language, theme, text scale, place; kept in a small file beside the data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from app.core.language import LANGUAGES
from ui.widgets.colours import Light
from ui.widgets.sizes import LARGEST, SMALLEST

_FILE = "window.json"


@dataclass
class WindowSettings:
    """Read before the first paint, without the database; anything unreadable is as if never set."""

    language: str = LANGUAGES[0]
    theme: str = "light"
    percent: int = 100
    geometry: str = ""
    person: str = ""
    tab: str = ""

    @classmethod
    def read(cls, folder: Path) -> WindowSettings:
        """The settings of this data folder."""
        try:
            stored = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        settings = cls()
        for field in fields(cls):
            if type(stored.get(field.name)) is type(field.default):
                setattr(settings, field.name, stored[field.name])
        return settings._usable()

    def _usable(self) -> WindowSettings:
        """What nobody could have chosen is as if never set."""
        usual = WindowSettings()
        self.language = self.language if self.language in LANGUAGES else usual.language
        self.theme = self.theme if self.theme in set(Light) else usual.theme
        self.percent = self.percent if SMALLEST <= self.percent <= LARGEST else usual.percent
        return self

    def write(self, folder: Path) -> None:
        """Keep them; a folder that cannot be written keeps the old ones."""
        draft = folder / f"{_FILE}.part"
        try:
            draft.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2), encoding="utf-8")
            draft.replace(folder / _FILE)
        except OSError:
            return

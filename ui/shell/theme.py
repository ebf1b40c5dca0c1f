"""Puts the program's face, palette and style sheet on the application, light or dark, at a text scale."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets import sizes
from ui.widgets.colours import Light, Tone, colour, palette_of, put_on, theme_on
from ui.widgets.surface import space_again

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
_FONT_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: Tone.PANEL,
    _Role.WindowText: Tone.INK,
    _Role.Base: Tone.PANEL,
    _Role.AlternateBase: Tone.PANEL,
    _Role.Text: Tone.INK,
    _Role.Button: Tone.PANEL,
    _Role.ButtonText: Tone.INK,
    _Role.BrightText: Tone.DANGER,
    _Role.Highlight: Tone.ACCENT_TINT,
    _Role.HighlightedText: Tone.INK,
    _Role.PlaceholderText: Tone.INK3,
    _Role.Link: Tone.ACCENT,
    _Role.ToolTipBase: Tone.PANEL,
    _Role.ToolTipText: Tone.INK,
    _Role.Light: Tone.PANEL,
    _Role.Midlight: Tone.LINE,
    _Role.Mid: Tone.EDGE,
    _Role.Dark: Tone.FIELD_EDGE,
    _Role.Shadow: Tone.FIELD_EDGE,
}


class Theme(QObject):
    """What the window wears; `changed` comes after every change of theme or text scale."""

    changed = Signal()

    def __init__(self, application: QApplication, theme: Light = Light.LIGHT, percent: int = 100) -> None:
        super().__init__()
        self._application = application
        load_fonts()
        sizes.set_text_percent(percent)
        application.setFont(sizes.font())
        self._wear(theme)

    @property
    def theme(self) -> Light:
        """Light or dark."""
        return theme_on()

    @property
    def percent(self) -> int:
        """The text scale."""
        return sizes.text_percent()

    def wear(self, theme: Light) -> None:
        """Change to light or dark."""
        self._wear(theme)
        sizes.dress_again()  # a new style sheet gives every widget the font back that it first had
        self._tell()

    def scale(self, percent: int) -> None:
        """Set the text scale, 80 to 200 %."""
        sizes.set_text_percent(percent)
        self._application.setFont(sizes.font())
        sizes.dress_again()
        space_again()
        self._tell()

    def larger(self) -> None:
        """The next larger text."""
        self.scale(next((step for step in STEPS if step > self.percent), STEPS[-1]))

    def smaller(self) -> None:
        """The next smaller text."""
        self.scale(next((step for step in reversed(STEPS) if step < self.percent), STEPS[0]))

    def _wear(self, theme: Light) -> None:
        put_on(theme)
        self._application.setPalette(_palette())
        sheet = _style_sheet(theme)
        if sheet != self._application.styleSheet():  # each sheet dresses every widget again
            self._application.setStyleSheet(sheet)

    def _tell(self) -> None:
        for widget in sizes.every_widget():
            QWidget.update(widget)
        self.changed.emit()


def load_fonts() -> None:
    """Make the shipped face known to Qt."""
    if sizes.FAMILY in QFontDatabase.families():
        return
    for name in _FONT_FILES:
        with resources.as_file(resources.files("resources") / "fonts" / name) as path:
            QFontDatabase.addApplicationFont(str(path))
    sizes.measure_anew()


def _palette() -> QPalette:
    palette = QPalette()
    for role, tone in _ROLES.items():
        palette.setColor(role, colour(tone))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour(Tone.INK3))
    return palette


def _style_sheet(theme: Light) -> str:
    sheet = (resources.files("resources") / "style" / "counter.qss").read_text(encoding="utf-8")
    for tone, value in sorted(palette_of(theme).items(), key=lambda pair: -len(pair[0])):
        sheet = sheet.replace(f"@{tone.value}", value.name())
    return sheet

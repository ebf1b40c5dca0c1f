"""Qt's own words (file and print dialogs, context menus) in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def speak_in_qt(language: str) -> bool:
    """Load Qt's own translation; whether there is one to speak."""
    application = QCoreApplication.instance()
    if application is None or language == "en":
        return False
    translator = QTranslator(application)
    found = translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return found and application.installTranslator(translator)

"""In the invented estate the password is nobody's secret: wherever one is asked for, it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.language import tr

if TYPE_CHECKING:
    from app.office import Office


def password_of_demo(office: Office) -> str:
    """Everybody's password in the demo estate; empty in an office of real people."""
    if not office.is_demo:
        return ""
    from app.demo.build import PASSWORD  # noqa: PLC0415 - the whole demo, for the one estate that is one

    return PASSWORD


def demo_words(password: str) -> str:
    """The sentence that says it."""
    return tr("In the demo estate the password of everybody is {password}.").format(password=password)

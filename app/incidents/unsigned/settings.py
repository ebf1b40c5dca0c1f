"""What is shown of incidents before sign-in, as a setting."""

from app.core.language import mark
from app.core.settings import Section, Setting, YesNo

PRIVATE_NUMBERS = Setting(
    "incidents.private_numbers_before_sign_in",
    default=False,
    kind=YesNo(),
    name=mark("Private numbers of staff before sign-in"),
    about=mark("Whoever stands at the counter can call them in an emergency, and can read them."),
)

SECTIONS = (Section(mark("Incidents"), (PRIVATE_NUMBERS,)),)

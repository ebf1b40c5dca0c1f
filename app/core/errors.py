"""Three families of errors: refusals, troubles, and (everything else) bugs.

The names annotated in a class are its facts, given by place or by name; the screen owns the sentence.
(A decorator on each of the hundreds of classes would cost every start of the program; a fact is bound when it is told.)
"""

from __future__ import annotations

from inspect import Parameter, Signature, get_annotations
from typing import dataclass_transform


@dataclass_transform(eq_default=False)
class _Told(Exception):  # noqa: N818
    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given)
        facts = facts_of(type(self)).bind(*given, **named)
        facts.apply_defaults()
        vars(self).update(facts.arguments)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_"))
        return f"{type(self).__name__}({facts})"

    __repr__ = __str__


class Refusal(_Told):
    """The program will not do what was asked, and the person can act on it."""


class Trouble(_Told):
    """The world failed: a disk, a lock, a file, a printer."""


def facts_of(kind: type[BaseException]) -> Signature:
    """The facts a refusal or trouble is made with, those of its parents first."""
    names = dict.fromkeys(name for parent in reversed(kind.__mro__) for name in get_annotations(parent))
    return Signature([_fact(kind, name) for name in names])


def _fact(kind: type[BaseException], name: str) -> Parameter:
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=getattr(kind, name, Parameter.empty))

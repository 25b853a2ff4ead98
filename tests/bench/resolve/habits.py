"""How twelve kinds of source write about persons: the shares are the generator's whole opinion of the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ru", "be", "uk", "la"]
Shape: TypeAlias = Literal["surname first", "given first", "either", "press", "report"]


@dataclass(frozen=True, slots=True)
class Habit:
    """One kind of source.

    `share`: of all mentions. `languages`: one is drawn, so one twice is drawn twice as often. The rest are shares of its
    mentions: with a patronymic, with a slip, with initials only, with a surname only, with a birth date, of those with the
    full one, with the sex said, with the surname inflected, with a familiar given name, with a rank before the name and a
    call sign behind it, in capitals, with a letter of the wrong alphabet.
    """

    share: float
    languages: tuple[Language, ...]
    shape: Shape
    patronymic: float
    slips: float = 0.03
    initials: float = 0.02
    surname_only: float = 0.0
    born: float = 0.0
    full: float = 0.0
    sex: float = 0.35
    inflected: float = 0.0
    familiar: float = 0.0
    ranked: float = 0.0
    call_sign: float = 0.0
    capitals: float = 0.0
    mixed: float = 0.0


SOURCES: dict[str, Habit] = {
    "register": Habit(13, ("ru",), "surname first", 0.97, slips=0.01, born=0.95, full=0.99, sex=0.95),
    "leaked list": Habit(
        10, ("ru",), "surname first", 0.90, slips=0.06, born=0.90, full=0.97, sex=0.50, capitals=0.6, mixed=0.01
    ),
    "court file": Habit(9, ("ru",), "surname first", 0.90, initials=0.45, born=0.50, full=0.70, inflected=0.12),
    "testimony": Habit(
        12, ("ru",), "press", 0.30, slips=0.09, initials=0.30, surname_only=0.10, born=0.03, full=0.20, familiar=0.04,
        ranked=0.4, call_sign=0.4,
    ),
    "Belarusian testimony": Habit(
        4, ("be",), "press", 0.20, slips=0.09, initials=0.20, surname_only=0.10, born=0.03, full=0.20, familiar=0.04,
        call_sign=0.4,
    ),
    "Belarusian press": Habit(12, ("be",), "press", 0.35, initials=0.08, born=0.25, full=0.40, ranked=0.4),
    "Ukrainian press": Habit(4, ("uk",), "press", 0.25, initials=0.08, born=0.15, full=0.30, ranked=0.3),
    "channel": Habit(
        9, ("ru", "ru", "be", "la"), "either", 0.0, slips=0.10, initials=0.12, born=0.20, full=0.50, familiar=0.04, ranked=0.4,
        call_sign=0.4, mixed=0.01,
    ),
    "volunteers' list of prisoners": Habit(3, ("ru", "be"), "surname first", 0.40, slips=0.06, born=0.30, full=0.30),
    "organisation": Habit(15, ("la",), "report", 0.15, initials=0.05, born=0.35, full=0.55),
    "report": Habit(6, ("la",), "report", 0.08, initials=0.10, born=0.25, full=0.40),
    "sanctions list": Habit(3, ("la",), "report", 0.60, slips=0.01, born=0.80, full=0.60, sex=0.80),
}  # fmt: skip

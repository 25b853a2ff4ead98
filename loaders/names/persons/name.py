"""What a person's name says once it is read: keys that meet across scripts, and what is doubtful about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sex: TypeAlias = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """One spelling of a name, taken apart.

    Keys are for comparing, never for showing. Two names whose masks of initials share no bit cannot be the same name;
    a mask of 0 says nothing. `flags` says in words what was doubtful: whoever decides on the name may want to look.
    """

    original: str
    """As written; never changed."""
    surname: str | None
    """Key on which all scripts and schemes meet: gender and case endings off."""
    surname_spelt: str | None
    """As spelt, in lower case, neutral as to gender and case: the same spelling in one language."""
    given: str | None
    """Key: an id of the table of given names such as `g12`, else the skeleton. None if it may be several of the table."""
    given_known: bool
    """Whether the table has it."""
    given_initials: int
    """Bit mask of all initials it may have; 0: nothing known."""
    patronymic: str | None
    """Key: the father's id, else the skeleton of the stem."""
    patronymic_known: bool
    patronymic_initials: int
    sex: Sex | None
    """As the name itself says."""
    language: str
    """`ru`, `be`, `uk`; `la`: Latin script; `ar`: Arabic script; `other`."""
    rank: str | None
    """Taken off, as written."""
    call_sign: str | None
    flags: tuple[str, ...]
    """Such as `mixed script`, `order guessed`, `initials only`; sorted."""

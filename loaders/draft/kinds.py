"""What a column is: the first rule of `kinds.tsv` that its header, its values and its neighbours meet; else nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from loaders.draft.consistent import is_sure, may_be
from loaders.draft.content import looks
from loaders.draft.header import Spoken, said
from loaders.draft.lexicon import Notions, Said

RULES: Final = Path(__file__).parent / "kinds.tsv"
PERSON: Final = "birth birthdate age sex surname given patronymic father mother nationality victim"
BESIDE: Final = ("surname", "given", "area")
"""Notions of other columns of the table that change what a column is: `~surname` is said to all if one column says it."""
PLAIN: Final = frozenset(("=url", "=email", "=point"))
"""Looks of values that say what they are whatever the header says."""
NAMES: Final = ("person.name", "person.surname", "person.given", "person.patronymic", "person.middle")
"""Kinds of columns that name persons."""
ABOUT: Final = {"~person": frozenset(PERSON.split()), "~unit": frozenset(("unit", "superior"))}
"""What the columns beside one are about, by notions of their headers: what says most of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: of each group of `has` one notion is there, of `lacks` none."""

    kind: str
    has: tuple[frozenset[str], ...]
    lacks: frozenset[str]
    line: int

    @property
    def by_values(self) -> bool:
        """Whether it asks nothing of the header, and what it asks of the values may be so in other columns, too."""
        asked = frozenset[str]().union(*self.has)
        return not asked & PLAIN and all(notion.startswith("=") for notion in asked)

    def fits(self, notions: Notions) -> bool:
        """Whether a column of these notions is of this kind."""
        return all(notions & group for group in self.has) and not notions & self.lacks


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to be, and on what that rests. `kind` is empty where nobody knows."""

    kind: str
    words: tuple[Said, ...]
    notions: Notions
    rule: int = 0

    @property
    def header(self) -> Notions:
        """What its header alone says."""
        return frozenset[str]().union(*(word.notions for word in self.words))

    @property
    def by_words(self) -> tuple[str, ...]:
        """Words of the header that say something."""
        return tuple(" ".join(word.words) for word in self.words if word.notions)


@cache
def rules() -> tuple[Rule, ...]:
    """All lines, in their order."""
    found = []
    for number, line in enumerate(RULES.read_text("utf-8").splitlines(), start=1):
        if line.startswith(("#", "kind\t")) or not line.strip():
            continue
        kind, has, lacks = (*line.split("\t"), "", "")[:3]
        groups = tuple(frozenset(group.split("|")) for group in has.split())
        found.append(Rule(kind, groups, frozenset(lacks.split()), number))
    return tuple(found)


def guesses(headers: Sequence[str], values: Sequence[Sequence[str]]) -> list[Guess]:
    """What each column of one table is, by all of them together."""
    spoken = Spoken.of(headers)
    words = [said(header, spoken) for header in headers]
    about = _about(words)
    found = [
        _guess(each, looks(column), about | _beside(words, at))
        for at, (each, column) in enumerate(zip(words, values, strict=True))
    ]
    if any(guess.kind in NAMES for guess in found):
        return [_of_the_person(guess) for guess in found]
    return found


def _of_the_person(guess: Guess) -> Guess:
    """Beside a person's name, other names are the person's, unless their header says that they are a unit's."""
    if guess.kind == "unit.alias" and "unit" not in guess.header:
        return replace(guess, kind="person.alias")
    return guess


def _about(words: Iterable[tuple[Said, ...]]) -> Notions:
    """What most columns are about, a person or a unit."""
    counts = dict.fromkeys(ABOUT, 0)
    for header in words:
        notions = frozenset[str]().union(*(word.notions for word in header))
        for subject, tell in ABOUT.items():
            counts[subject] += bool(notions & tell)
    best = max(counts, key=lambda subject: counts[subject])
    return frozenset({best}) if counts[best] and list(counts.values()).count(counts[best]) == 1 else frozenset()


def _beside(words: Sequence[tuple[Said, ...]], at: int) -> Notions:
    """What other columns say that changes what one is: where one is a surname, "nombre" is a given name."""
    every = frozenset[str]().union(*(word.notions for header in (*words[:at], *words[at + 1 :]) for word in header))
    return frozenset(f"~{notion}" for notion in BESIDE if notion in every)


def _guess(words: tuple[Said, ...], values: Notions, about: Notions) -> Guess:
    notions = frozenset[str]().union(*(word.notions for word in words)) | values | about
    doubted = False  # a header that says something, but not surely: then neither its head nor the values alone decide
    for rule in rules():
        if rule.fits(notions) and may_be(rule.kind, values) and not (doubted and rule.by_values):
            if is_sure(rule.kind, rule.has, words, values, by_head=not doubted):
                return Guess(rule.kind, words, notions, rule.line)
            doubted = True
    return Guess("", words, notions)

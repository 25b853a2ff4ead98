"""Which pairs are looked at at all: those that share enough of a name or a date for a match to be likely.

Each rule is a join on equality, which DuckDB and Spark hash; what follows it narrows the pairs found. None of them asks
for a name alone where names are common.
"""

from __future__ import annotations

from typing import Final

from loaders.resolve.persons.narrowing import MORE

_INITIALS_ALLOW: Final = (
    "(l.given_initials = 0 or r.given_initials = 0 or (l.given_initials & r.given_initials) <> 0)"
    " and (l.patronymic_initials = 0 or r.patronymic_initials = 0"
    " or (l.patronymic_initials & r.patronymic_initials) <> 0)"
)

RULES: Final[tuple[dict[str, object], ...]] = (
    {"blocking_rule": "l.surname = r.surname and l.given = r.given"},
    {"blocking_rule": "l.surname = r.surname and l.year = r.year"},
    {"blocking_rule": f"l.surname = r.surname and l.given is null and {_INITIALS_ALLOW} and {MORE}"},
    {"blocking_rule": f"l.surname = r.surname and r.given is null and {_INITIALS_ALLOW} and {MORE}"},
    {"blocking_rule": "l.born = r.born and (l.given_initials & r.given_initials) <> 0"},
    {"blocking_rule": "l.given = r.given and l.patronymic = r.patronymic and l.year = r.year"},
    {"blocking_rule": "l.given = r.given and l.shortened = r.shortened", "arrays_to_explode": ["shortened"]},
)
"""Splink's rules of prediction."""

SHORTENED_FROM: Final = 5
_READ: Final = 12


def shortened(surname: str) -> list[str] | None:
    """A surname with each of its letters left out once, and whole (SymSpell's deletes).

    Two surnames of five letters or more that are one edit apart share one of these. None for a shorter one: it would find
    too many.
    """
    if len(surname) < SHORTENED_FROM:
        return None
    head = surname[:_READ]
    return sorted({head, *(head[:at] + head[at + 1 :] for at in range(len(head)))})

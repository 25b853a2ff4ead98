"""Tokens written as letters, one a token, so that a form of dates is a regular expression over them."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from loaders.reading.dates.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaders.reading.dates.tokens import Token
    from loaders.reading.dates.words import Meaning

MOST = 256
"""Ways to understand the words of one date that are tried."""


class Letter(NamedTuple):
    """A token in one of its meanings, and the letter that stands for it."""

    letter: str
    token: Token
    meaning: Meaning | None


def signatures(tokens: Sequence[Token], letters: Mapping[str, str]) -> Iterator[tuple[str, list[Letter]]]:
    """Every way to write the tokens. A meaning whose letter is empty is left out of the text; a word without any ends it."""
    choices = [_choices(token, letters) for token in tokens]
    for chosen in islice(product(*choices), MOST):
        kept = [one for one in chosen if one.letter]
        yield "".join(one.letter for one in kept), kept


def _choices(token: Token, letters: Mapping[str, str]) -> list[Letter]:
    if token.mark == NUMBER:
        return [Letter("n", token, None)]
    if token.mark != WORD:
        return [Letter(token.mark if len(token.mark) == 1 else "¿", token, None)]
    found: dict[tuple[str, int, str], Letter] = {}
    for meaning in token.meanings:
        letter = letters.get(meaning.what)
        if letter is not None:
            found.setdefault(
                (letter, meaning.value, meaning.calendar + (meaning.what if letter else "")), Letter(letter, token, meaning)
            )
    return list(found.values())

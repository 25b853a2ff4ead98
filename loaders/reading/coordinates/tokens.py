"""A cell as numbers, words and marks, each a letter of a signature over which the forms are regular expressions.

n number · w word (h a hemisphere, k a label, d degree, m minute, c second once its meaning is chosen) · x axis · s sign
: between figures · ~ hyphen between figures · - dash with a blank on either side · , separator · ? what belongs to no form
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product
from typing import Final

from loaders.reading.coordinates.words import Language, Meaning, spoken

MOST_TOKENS, MOST_WAYS = 40, 64
_NUMBER: Final = r"\d+(?:\.\d+)?(?:e[+-]\d\d)?(?![\d.]*\.\d)"
_PIECE: Final = re.compile(
    rf"(?P<n>{_NUMBER})|(?P<w>[^\W\d_]+)|(?P<m>[°'\":,;/|~=+&\-])|(?P<dot>\.(?!\d))|(?P<blank>[\s()\[\]{{}}]+)|(?P<other>.)"
)
_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")
LETTERS: Final[dict[Meaning, str]] = {
    **dict.fromkeys(("north", "south", "east", "west"), "h"),
    **dict.fromkeys(("latitude", "longitude"), "k"),
    **{"degree": "d", "minute": "m", "second": "c", "noise": ""},
}
UNITS: Final = frozenset("°'\"")
AXES: Final = {"x": "x", "y": "y", "х": "x"}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece. `letter`: of the signature. `value` of a number, `meaning` of a word, once it is chosen."""

    text: str
    letter: str
    value: Decimal = Decimal(0)
    places: int = 0
    """Of a number: how many decimals it states."""
    meaning: Meaning | None = None


def with_points(text: str) -> Iterator[str]:
    """The text as it stands, and with decimal commas as points: one way holds for the whole cell."""
    yield _COMMA.sub(", ", text)
    if _COMMA.search(text):
        yield _COMMA.sub(".", text)


def tokens(text: str) -> list[Token] | None:
    """The pieces; None where something stands there that belongs to no coordinates."""
    found: list[Token] = []
    at = 0
    while at < len(text) and len(found) <= MOST_TOKENS:
        match = _PIECE.match(text, at)
        assert match  # noqa: S101 - `other` takes any sign
        piece, kind, before = match[0], match.lastgroup, text[at - 1 : at]
        at = match.end()
        if kind == "n":
            number = Decimal(piece)
            exponent = number.as_tuple().exponent
            found.append(Token(piece, "n", number, -exponent if isinstance(exponent, int) else 0))
        elif kind == "w":
            found.append(Token(piece, "w"))
        elif kind == "m":
            if letter := _mark(piece, before, text[at : at + 1]):
                found.append(Token(piece, letter))
        elif kind == "other":
            return None
    return found if len(found) <= MOST_TOKENS else None


def _mark(sign: str, before: str, behind: str) -> str:
    """What a mark is by the signs around it; empty: nothing. A sign stands free of what is before it."""
    glued, follows = before.isdigit(), behind.isdigit()
    match sign:
        case "°":
            return "d"
        case "'":
            return "m"
        case '"':
            return "c"
        case ":":
            return ":" if glued and follows else ""
        case "=":
            return ""
        case "-" if glued and follows:
            return "~"
        case "-" if before == behind == " ":
            return "-"
        case "+" | "-":
            return "?" if before.isalnum() or before in UNITS or not follows else "s"
        case "~":
            return "?"
        case _:
            return ","


def ways(found: list[Token], lang: str | None) -> Iterator[list[Token]]:
    """Every way to understand the words, each in one language. A number in quotation marks is no case of this."""
    words = frozenset(token.text for token in found if token.letter == "w" and token.text not in AXES)
    for language in spoken(words, lang):
        choices = [_choices(token, language) for token in found]
        for chosen in islice(product(*choices), MOST_WAYS):
            yield [token for token in chosen if token.letter]


def _choices(token: Token, language: Language) -> list[Token]:
    if token.letter != "w":
        return [token]
    meant = [Token(token.text, LETTERS[meaning], meaning=meaning) for meaning in sorted(language.get(token.text, ()))]
    return [*meant, Token(AXES[token.text], "x")] if token.text in AXES else meant

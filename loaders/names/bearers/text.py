"""A text cut into the words and initials in which a name may stand, however it is written."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from loaders.names.bearers import sounds
from loaders.names.persons import initials
from loaders.names.persons.script import one_script
from loaders.names.persons.skeleton import APOSTROPHES

_SIGN: Final = "".join(sign for sign in APOSTROPHES if sign not in 'ьЬъЪ·"“”″')
_TOKEN: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[{re.escape(_SIGN)}](?=[^\W\d_]))*\.?")
_HUMP: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁІЎЇЄҐ])(?=[A-ZА-ЯЁІЎЇЄҐ])")
"""Where one word ends and another begins: OrsolinVade."""
_TAIL: Final = re.compile(rf"[{re.escape(_SIGN)}]\w{{1,2}}$")
_TWO: Final = re.compile(r"(?:[YIJ][uaeo]|[ZKCSPT]h|Ts|Dz|Дз|Дж)\.")
INVISIBLE: Final = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its keys; or an initial, with its bit mask and its letter if it is Latin."""

    keys: frozenset[str]
    mask: int = 0
    letter: str = ""
    word: str = ""


def normal(text: str) -> str:
    """A text without what hides words: escapes, wide and invisible letters."""
    if "%" in text:
        text = unquote(text)
    if "&" in text:
        text = html.unescape(text)
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=1 << 14)
def tokens(text: str) -> tuple[Token, ...]:
    """Its words and initials in order. The text is `normal`."""
    return tuple(_token(written) for piece in _TOKEN.findall(text) for written in _HUMP.split(piece) if written.strip("."))


def letters(text: str) -> str:
    """All its letters, run together."""
    return "".join([c for c in sounds.plain(text) if c.isalpha()])


def spelt(name: str) -> frozenset[str]:
    """The words of a name, without accents."""
    return frozenset(sounds.plain(one_script(word.rstrip("."))[0].lower()) for word in _TOKEN.findall(normal(name)))


@lru_cache(maxsize=1 << 16)
def _token(written: str) -> Token:
    bare = written.rstrip(".")
    if len(bare) == 1 or _TWO.fullmatch(written):
        return Token(frozenset(), initials.of_initial(bare), plain_letter(bare), bare.lower())
    word = one_script(bare)[0].lower()
    keys = sounds.of_text(word)
    if (without := _TAIL.sub("", word)) != word:
        keys |= sounds.of_text(without)
    return Token(keys, word=word)


def plain_letter(letter: str) -> str:
    """The letter an initial is, if it is Latin."""
    first = unicodedata.normalize("NFD", letter)[0].lower()
    return first if first.isascii() else ""

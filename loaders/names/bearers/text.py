"""A text cut into the words and initials in which a name may stand, however it is written."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from loaders.names.bearers import sounds
from loaders.names.persons import initials, titles
from loaders.names.persons.script import one_script
from loaders.names.persons.skeleton import APOSTROPHES

_SIGN: Final = "".join(sign for sign in APOSTROPHES if sign not in 'ьЬъЪ·"“”″')
_TOKEN: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[{re.escape(_SIGN)}](?=[^\W\d_]))*\.?")
_HUMP: Final = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁІЎЇЄҐ])(?=[A-ZА-ЯЁІЎЇЄҐ])")
"""Where one word ends and another begins: OrsolinVade."""
_TAIL: Final = re.compile(rf"[{re.escape(_SIGN)}]\w{{1,2}}$")
_TWO: Final = re.compile(r"(?:[YIJ][uaeo]|[ZKCSPT]h|Ts|Dz|Дз|Дж)\.")
_TITLES: Final = frozenset("тгдпсm")
"""Letters that with a dot are mostly no initial: товарищ, гражданин, деревня, Monsieur."""
_WORDS: Final = frozenset("авикосуяіai")
"""Letters that without a dot are mostly a word, at the beginning of a sentence, too."""
_TOGETHER: Final = 2
INVISIBLE: Final = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its keys; or an initial, with its bit mask and its letter if it is Latin; or two initials without dots,
    which may be a word. `doubtful`: rather a short word than an initial.
    """

    keys: frozenset[str]
    mask: int = 0
    letter: str = ""
    word: str = ""
    doubtful: bool = False


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
    if "-" in text:
        text = _courtesy().sub(" ", text)
    return tuple(_token(written) for piece in _TOKEN.findall(text) for written in _HUMP.split(piece) if written.strip("."))


@cache
def _courtesy() -> re.Pattern[str]:
    """Titles with a hyphen, of which each half would be an initial: г-н, п-к."""
    listed = sorted(title for kind in ("rank", "honorific") for title in titles.words(kind) if "-" in title)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)


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
        doubtful = written.islower() or bare.lower() in (_TITLES if written[-1] == "." else _WORDS)
        return Token(frozenset(), initials.of_initial(bare), plain_letter(bare), bare.lower(), doubtful)
    word = one_script(bare)[0].lower()
    keys = sounds.of_text(word)
    if (without := _TAIL.sub("", word)) != word:
        keys |= sounds.of_text(without)
    together = len(bare) <= _TOGETHER and bare.isupper()
    return Token(keys, initials.of_initial(bare[0]) if together else 0, plain_letter(bare) if together else "", word)


def plain_letter(letter: str) -> str:
    """The letter an initial is, if it is Latin."""
    first = unicodedata.normalize("NFD", letter)[0].lower()
    return first if first.isascii() else ""

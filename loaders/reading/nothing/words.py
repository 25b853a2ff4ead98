"""Words by which a cell says that it names nobody, by language: `languages/*.toml`.

`beside` are words that may stand beside them and name nobody either: name, man, victims, unit. `{a,o}` stands for each ending.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

from loaders.reading.dates.figures import plain

HERE: Final = Path(__file__).parent
KINDS: Final = "kinds"
"""What somebody or something unknown may be called: captain, prison. Beside another word, they are part of a name."""
SHARED: Final = {("nn",): "unknown"}
"""What every language borrows."""
COUNTED: Final = "counted"
"""Words that a figure before them makes a count: 14 men."""
_ENDINGS: Final = re.compile(r"\{([^}]*)\}")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['ʼ][^\W\d_]+)*")

Phrase = tuple[str, ...]
Language = dict[Phrase, frozenset[str]]


@cache
def languages() -> dict[str, Language]:
    """Of each language, what its phrases say."""
    return {path.stem: _phrases(path) for path in sorted((HERE / "languages").glob("*.toml"))}


@cache
def about() -> frozenset[str]:
    """Words that describe nobody."""
    text = tomllib.loads((HERE / "about.toml").read_text("utf-8"))["words"]
    return frozenset(word for line in text.split() for word in words_of(line))


@cache
def first_words() -> dict[str, dict[str, int]]:
    """Of each language, the words with which a phrase begins, and how long such a phrase may be."""
    found: dict[str, dict[str, int]] = {}
    for lang, phrases in languages().items():
        longest = found.setdefault(lang, {})
        for phrase in phrases:
            longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return found


@cache
def spoken() -> dict[str, frozenset[str]]:
    """Of each word, the languages in which a phrase has it."""
    found: dict[str, set[str]] = {}
    for lang, phrases in languages().items():
        for phrase in phrases:
            for word in phrase:
                found.setdefault(word, set()).add(lang)
    return {word: frozenset(langs) for word, langs in found.items()}


def words_of(text: str) -> Phrase:
    """The words of a text, as they are looked up: small, and Latin ones without accents."""
    return tuple(_WORD.findall(plain(text)))


def _phrases(path: Path) -> Language:
    found: dict[Phrase, set[str]] = {phrase: {says} for phrase, says in SHARED.items()}
    for what, text in tomllib.loads(path.read_text("utf-8"))["words"].items():
        for pattern in text.split("|"):
            for phrase in _spelt(pattern.strip()):
                if words := words_of(phrase):
                    found.setdefault(words, set()).add(what)
    return {phrase: frozenset(says) for phrase, says in found.items()}


def _spelt(pattern: str) -> list[str]:
    """Every text that a pattern stands for."""
    pieces = _ENDINGS.split(pattern)
    choices = [piece.split(",") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return ["".join(chosen) for chosen in product(*choices)]

"""Why a cell gives no point: it says that nothing is known, doubts it, or has a letter among its figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.reading.dates.tokens import LOOKS_LIKE_A_FIGURE
from loaders.reading.dates.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

_NOTHING: Final = re.compile(r"[\s?._/*;,-]*|(?:[xх?_*-]{1,4}[\s./,;-]*){1,3}")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[./'][^\W\d_]+)*\.?")
_AMONG: Final = re.compile(r"(?<=\d)[^\W\d_]{1,2}(?=\d)|(?<![^\W\d_])[^\W\d_](?=\d*\.\d)|(?<=\.)[^\W\d_]{1,2}(?=\d)")


def says_unknown(text: str) -> bool:
    """Whether the cell says that nothing is known, in words or by marks."""
    if _NOTHING.fullmatch(text):
        return True
    words = _WORDS.findall(text)
    return (
        bool(words) and not re.search(r"\d", text) and (_means(text, "unknown") or all(_means(word, "unknown") for word in words))
    )


def doubted(text: str) -> bool:
    """Whether the source doubts it, or says that it is about so."""
    return "?" in text or "~" in text or any(_means(word, "doubted", "circa") for word in _WORDS.findall(text) if len(word) > 1)


def slipped(text: str, otherwise: Callable[[str], object]) -> bool:
    """Whether it could be read if letters that look like figures were some."""
    mended = _AMONG.sub(lambda run: run[0].translate(LOOKS_LIKE_A_FIGURE), text)
    return mended != text and not isinstance(otherwise(mended), str)


def _means(word: str, *what: str) -> bool:
    known = lexicon()
    return any(meaning.what in what for meaning in known.known.get(_phrase(word), ()))


def _phrase(word: str) -> tuple[str, ...]:
    from loaders.reading.dates.figures import plain
    from loaders.reading.dates.splitting import pieces

    found = [text for text, _ in pieces(plain(word))]
    return tuple(found[:-1] if len(found) > 1 and found[-1] == "." else found)

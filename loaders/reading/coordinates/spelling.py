"""One spelling for coordinates that are written alike: figures of any script, signs of degree, minute and second, capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652]")
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("º˚∘ᵒ⁰", "°"),
        **dict.fromkeys("’‘ʼʹ′´`ˊ‛＇", "'"),
        **dict.fromkeys("″”“„‟˝ʺ＂«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("،、，", ","),
        **{"٫": ".", "؛": ";", "；": ";", "：": ":", "ё": "е", "≈": "~", "〜": "~", "／": "/", "\n": ";", "\r": ";"},
    }
)
_SECONDS: Final = re.compile("''")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in one spelling: small letters, ASCII figures and marks, single blanks."""
    text = _UNSEEN.sub("", text).strip().translate(_ALIKE)
    text = "".join(_figure(sign) for sign in unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    if text.startswith("{"):  # an object of JSON: its names are words like others
        text = text.replace('"', " ")
    return " ".join(_SECONDS.sub('"', text).casefold().replace("i̇", "i").replace("ı", "i").split())


def _figure(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def without_accents(word: str) -> str:
    """Latin letters without their marks, which rosters leave out. A word of one or two letters keeps them: š is no s."""
    if len(word) <= 2:
        return word
    pieces = unicodedata.normalize("NFD", word)
    latin = unicodedata.name(pieces[0], "").startswith("LATIN")
    return "".join(sign for sign in pieces if not unicodedata.combining(sign)) if latin else word

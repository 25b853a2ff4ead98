"""One spelling for what is written alike: figures of any script, dashes, apostrophes, capitals, signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]")
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒−﹣", "-"),
        **dict.fromkeys("–—―", "–"),
        **dict.fromkeys("’ʼʹ′‘`´", "'"),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys('"“”„«»', " "),
        **dict.fromkeys("،、", ","),
        **{"ª": "°", "؛": ";", "ı": "i", "ё": "е", "≈": "~", "№": "#", "．": ".", "॰": ".", "。": ".", "…": "–"},
        **dict.fromkeys("أإآٱ", "ا"),
        **{"ى": "ي", "ی": "ي", "ک": "ك", "ۀ": "ه"},
    }
)
_MARKED_ARABIC: Final = re.compile("[\u064b-\u0655\u0670]")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in one spelling: small letters, ASCII figures and marks, no accents on Latin letters, single blanks."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_ALIKE)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_ALIKE)
        text = "".join(_figure(sign) for sign in text)
        text = _MARKED_ARABIC.sub("", text)
    text = text.casefold().translate(_ALIKE)
    return " ".join((text if text.isascii() else _without_accents(text)).split())


def _figure(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def _without_accents(text: str) -> str:
    """Latin and Greek letters without their marks: rosters leave them out. In other scripts the marks make another letter."""
    kept: list[str] = []
    letter = ""
    for sign in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(sign):
            letter = unicodedata.name(sign, "")
        elif letter.startswith(("LATIN", "GREEK")):
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)).replace("ς", "σ")

"""The words of a header as they are looked up: cut at signs and capitals, in small letters, without accents and articles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\d_]+")
"""Scripts without blanks between words are read sign by sign."""
_CUT_SHORT: Final = re.compile(r"([^\W\d_]+)\.")
_NUMBER: Final = re.compile(r"№|\b[Nn]\s?[°º]")
_UNITS: Final = (
    r"years?|months?|days?|yrs?|a[nñ]os|mes(?:es)?|d[ií]as|ans|mois|jours|anos|лет|года|мес\.?|сут\.?|суток|дней|років|гадоў"
    r"|jahre|monate|tage|yıl|ay|gün|lat|dni|kg|cm|km|кг|см|км|%"
)
_MEASURE: Final = re.compile(rf"\((?:in |en |em )?(?:{_UNITS})\)", re.I)
"""In what a number is measured: it says nothing of what it is a number of."""
_NO_ACCENTS: Final = frozenset(("Mn", "Mc", "Me"))
_ONE_LETTER: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ی": "ي", "ک": "ك", "ـ": ""})
"""Letters that people write in two ways, or that stay whole when accents are taken off."""
_ARTICLE: Final = re.compile("^(?:[وبف]?ال|لل)(?=..)")
STEMMERS: Final = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "id": "indonesian",
    "it": "italian",
    "pt": "portuguese",
    "romanian": "romanian",
    "ru": "russian",
    "tr": "turkish",
}
"""Tables whose language the library of stems knows. The others say `abc*`."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Small letters without marks."""
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in _NO_ACCENTS)
    return unicodedata.normalize("NFC", bare).translate(_ONE_LETTER)


def tokens(header: str) -> tuple[str, ...]:
    """The words of a header, cut at signs, figures and capitals within a word."""
    plain = fold(_CAMEL.sub(" ", _NUMBER.sub(" no ", _MEASURE.sub(" ", header))))
    return tuple(_ARTICLE.sub("", word) for word in _WORD.findall(plain))


def cut_short(header: str) -> frozenset[str]:
    """Its words that end in a full stop: "задерж."."""
    return frozenset(_ARTICLE.sub("", word) for word in _CUT_SHORT.findall(fold(header)))


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """A folded word without the ending of its case or number."""
    stemmer = _stemmer(STEMMERS.get(language, ""))
    return word if stemmer is None else str(stemmer.stemWord(word))


@cache
def _stemmer(name: str) -> Any:
    if not name:
        return None
    import snowballstemmer  # not needed until a header is read

    return snowballstemmer.stemmer(name)

"""Marks and abbreviations by which a cell says that it names nobody, in whatever language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from loaders.reading.nothing.what import Nothing

QUOTES: Final = '"“”„‟«»‹›「」『』〃″'
_MARKS: Final = re.compile(r"[\W_]+")
_DITTO: Final = re.compile(rf"[-–—\s.]*(?:[{QUOTES}]|''|//|,,|‘‘|’’|``|´´|\\\\)[-–—\s.{QUOTES}',/’´`\\]*")
_ERROR: Final = re.compile(
    r"#(?:n/?a|n/d|nv|ref!|value!|wert!|name\?|div/0!|null!|num!|spill!|calc!|#+|bezug!|знач!|ссылка!|имя\?)|err:\d+|#+", re.I
)
_MORE: Final = re.compile(r"[+~]\s*\d+")
_PLACEHOLDER: Final = re.compile(r"[xх][.…]*|[xх]{2,}(?:[\s./-]+[xх]{2,})*|(?:x\.?\s*){2,}|y\.?\s*x\.?", re.I)
_EXACT: Final[dict[str, Nothing]] = {
    **dict.fromkeys(
        ("NA", "na", "NaN", "nan", "NAN", "NULL", "<NA>", "<null>", "(null)", "(blank)", "0", "00", "000"), "not applicable"
    ),
    **dict.fromkeys(("NN", "nn", "НН", "N", "n.n", "NN NN", "UNK", "DK"), "unknown"),
}
"""As they stand: in other letters they are names, such as Na and Nan."""
_SHORT_AS: Final[dict[Nothing, str]] = {
    "not applicable": "n/a n.a. n.a н/д н.д. n/d n.d. s/d s.d. s.o. k.a. k.a o.a. b/d b.d. n/v",
    "unknown": "n.n. n/n н.н. н/н b/i б/и б.и. б/н б/ф n/k n.k. u/k n/i н/у н/и s/n s.n. s/i s.i. n/s n.s. n/o b.i. в/н",
    "ditto": "a.a.o. dto. id. íd. do. -do- -do.- ders. dies. j.w. j/w c.s. u.az s.d.a. v.s. t/j т.ж. см.выше",
    "count": "etal. etal u.a. e.a. идр. ит.д. etc. etc iin. таін. v.d. vd.",
}
_SHORT: Final = {short: what for what, line in _SHORT_AS.items() for short in line.split()}
"""Without their blanks, in small letters. Capitals with points are initials, but for N.N. and N.A."""
DITTO_SHORT: Final = frozenset(short for short, what in _SHORT.items() if what == "ditto")
_NOT_INITIALS: Final = frozenset({"n.n.", "н.н.", "n.a."})


def by_marks(text: str) -> Nothing | None:
    """What a text without words says: marks, abbreviations, errors of a spreadsheet."""
    if _ERROR.fullmatch(text):
        return "error"
    if text in _EXACT:
        return _EXACT[text]
    if _MORE.fullmatch(text):
        return "count"
    if _MARKS.fullmatch(text):
        if "?" in text or "؟" in text:
            return "unknown"
        return "ditto" if _DITTO.fullmatch(text) else "dash"
    if _PLACEHOLDER.fullmatch(text):
        return "unknown"
    short = "".join(text.split()).strip("()[]")
    initials = short.isupper() and "." in short and "/" not in short
    if initials and short.casefold() not in _NOT_INITIALS:
        return None
    return _SHORT.get(short.casefold())

"""Why nothing can be read: the true reason, found by asking what would have to be otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from loaders.reading.dates.orders import in_orders
from loaders.reading.dates.partial import Partial
from loaders.reading.dates.refusal import DateError
from loaders.reading.dates.tokens import LOOKS_LIKE_A_FIGURE, NUMBER, WORD, Token, tokens
from loaders.reading.dates.words import MONTH, Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.reading.dates.how import How, Kind
    from loaders.reading.dates.refusal import Reason
    from loaders.reading.dates.words import Words

_NOTHING: Final = re.compile(r"[\s?._/*–-]*|(?:[xх0?_*–-]{1,4}[\s./-]?){1,3}")
_SERIAL: Final = re.compile(r"\d{5,7}(?:[.,]\d+)?|\d{9,}(?:[.,]\d+)?|\d{3,4}[.,]\d{3,}")


_AMONG: Final = re.compile(r"[^\W_]*\d[^\W_]*|(?<=\d[./-])[^\W_]+|[^\W_]+(?=[./-]\d)")
"""Figures, and letters between them or behind a mark that touches them."""
_FRAME: Final = ("(", ")", "[", "]", ".", "-", "–", "?", "*")


def why(text: str, found: Sequence[Token], words: Words, how: How, kind: Kind, reason: Reason) -> Partial | Reason:
    """The reason to tell, of a text in one spelling. `?` may mean something by the mapping: then it is read after all."""

    def otherwise(instead: Sequence[Token]) -> Partial | DateError:
        return in_orders(instead, how, kind)

    if _NOTHING.fullmatch(text) or _says_unknown(found):
        return "unknown"
    if _SERIAL.fullmatch(text):
        return "serial number"
    doubted = [token for token in found if not _doubts(token)]
    if len(doubted) < len(found):
        rest = otherwise(doubted) if doubted else DateError("unknown")
        return "doubted" if isinstance(rest, Partial) else rest.reason
    if reason != "no date":
        return reason
    if _slipped(text, words, how, otherwise):
        return "slip"
    if any(token.means("relative", "today") for token in found):
        return "relative"
    for at, token in enumerate(found):
        if token.mark == WORD and not token.meanings and len(token.text) > 2:
            month = replace(token, meanings=(Meaning(MONTH, 1),))
            rest = otherwise([*found[:at], month, *found[at + 1 :]])
            near = get_close_matches(token.text, [phrase[0] for phrase, m in words.known.items() if m[0].what == MONTH], 1, 0.75)
            dated = any(one.mark == NUMBER and one.width <= 2 for one in found[:at])
            if isinstance(rest, Partial) and (near or dated):
                return "no such month"
    return "no date"


def _says_unknown(found: Sequence[Token]) -> bool:
    words = [token for token in found if token.mark == WORD and (token.means("unknown") or not token.means("noise"))]
    others = [token for token in found if token.mark != WORD and token.mark not in _FRAME]
    return bool(words) and not others and all(token.means("unknown") for token in words)


def _doubts(token: Token) -> bool:
    return token.mark == "?" or token.text == "??" or token.means("doubted")


def _slipped(text: str, words: Words, how: How, otherwise: object) -> bool:
    """Whether it would be a date if letters that look like figures were some."""
    assert callable(otherwise)  # noqa: S101 - reads tokens
    mended = _AMONG.sub(lambda run: _as_figures(run[0]), text)
    if mended == text:
        return False
    rest = otherwise(tokens(mended, words, how.lang))
    return isinstance(rest, Partial) or rest.reason != "no date"


def _as_figures(run: str) -> str:
    turned = run.translate(LOOKS_LIKE_A_FIGURE)
    return turned if turned.isdigit() else run

"""A cell with a name in it, cut into the words of the name, initials, and what stands beside them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from loaders.names.persons.script import Script, one_script
from loaders.names.persons.titles import kinds, only_titles, taken_off

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNIT_NUMBER: Final = re.compile(
    r"(?<!\w)(?:в[/.\\]?\s?ч\.?|войсковая часть|воинская часть|вайсковая частка|військова частина|military unit|m/u)"
    r"\s*(?:№|#|no\.?)?\s*[\w-]*\d[\w-]*",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|(?<!\w)'([^']+)'(?!\w)")
_BRACKETED: Final = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_NUMBERED: Final = re.compile(r"(?<!\w)\d[\d./-]*(?:\s*г\.?\s?р\.?|\s*г\.)?(?!\w)|№\s*\d*", re.IGNORECASE)
_SIGN: Final = "'’‘ʹʺʼʻ`´ʽʾʿ·\"″′"
_TOKEN: Final = re.compile(rf"[^\W_](?:[\w\u0300-\u036f\u0361{_SIGN}/-]*[\w\u0300-\u036f{_SIGN}])?\.?|,")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]|[YIJ][uaeo]|[ZKCSPT]h|Ts|Dz|Дз|Дж)\.|[^\W\d_]")
_SEVERAL: Final = re.compile(r"[^\W\d_]{2,3}\.?")
_UNUSUAL: Final = re.compile("[\\d№\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff«“„\"'(\\[{]")
"""What is invisible, stands in quotes and brackets, or is in a number."""
_ASIDE: Final = frozenset("«“„\"'([{")
_NONE: Final[frozenset[str]] = frozenset()
_NOWHERE: Final[frozenset[int]] = frozenset()
_COMMA: Final = ","
_BLANKS: Final = {ord(mark): " " for mark in '«»“”„"()[]{}'}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name in lower case, as it stood, and its script."""

    text: str
    written: str
    script: Script

    @property
    def capitals(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.written) > 2 and self.written.isupper()


class _NameToken(NamedTuple):
    """A token as it stands, and as a word or an initial.

    `mixed`: letters of another script were in it; `short`: it may be initials without dots; `title`: it is in some list of
    titles.
    """

    written: str
    part: Word | str
    mixed: bool
    short: bool
    title: bool


_is_title: Final = attrgetter("title")
_is_short: Final = attrgetter("short")


class Cut(NamedTuple):
    """A name cut up. `parts`: words and initials in turn; `comma`: how many parts stand before it."""

    parts: tuple[Word | str, ...]
    words: tuple[Word, ...]
    initials: tuple[str, ...]
    comma: int | None
    rank: str | None
    call_sign: str | None
    flags: frozenset[str]


def cut(text: str) -> Cut:
    """What a cell says, in parts."""
    flags: set[str] = set()
    call_sign: str | None = None
    text = unicodedata.normalize("NFC", text)
    pieces: list[list[str]]
    if text.replace(" ", "").isalpha():
        pieces = [text.split()]
    else:
        if _UNUSUAL.search(text):
            text, call_sign = _asides(_INVISIBLE.sub("", text), flags)
            text = _numbers_off(text, flags)
        pieces = _pieces(_TOKEN.findall(text))
    tokens = [_token(token) for piece in pieces for token in piece]
    rank: list[str] = []
    if any(map(_is_title, tokens)):
        pieces, rank, call_sign = _titles_off(pieces, call_sign, flags)
        tokens = [_token(token) for piece in pieces for token in piece]
    together = _written_together(tokens) if any(map(_is_short, tokens)) else _NONE
    parts: list[Word | str] = []
    ends = _ends(pieces) if len(pieces) > 1 else _NOWHERE
    comma = None
    for place, token in enumerate(tokens):
        if place in ends and parts and comma is None:
            comma = len(parts)
        if token.written in together:
            parts += token.written.rstrip(".")
            continue
        parts.append(token.part)
        if token.mixed:
            flags.add("mixed script")
    words = tuple([part for part in parts if isinstance(part, Word)])
    initials = tuple([part for part in parts if isinstance(part, str)]) if len(words) < len(parts) else ()
    named = " ".join(rank) or None
    return Cut(tuple(parts), words, initials, comma, named, call_sign, frozenset(flags) if flags else _NONE)


def _pieces(tokens: list[str]) -> list[list[str]]:
    """The tokens between commas."""
    if _COMMA not in tokens:
        return [tokens]
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == _COMMA:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _ends(pieces: list[list[str]]) -> frozenset[int]:
    """How many tokens stand before each comma."""
    return frozenset(itertools.accumulate(len(piece) for piece in pieces[:-1]))


@lru_cache(maxsize=1 << 16)
def _token(written: str) -> _NameToken:
    """What a token is by itself."""
    text, script, mixed = one_script(written.rstrip("."))
    part = text if _INITIAL.fullmatch(written) else Word(text.lower(), text, script)
    short = len(written) < 5 and written.isupper() and _SEVERAL.fullmatch(written) is not None
    return _NameToken(written, part, mixed, short, bool(kinds(written)))


def _written_together(tokens: list[_NameToken]) -> frozenset[str]:
    """Initials without dots: MM Abass, KTJ Minimah. In a name in capitals no word tells itself from initials."""
    longer = [token for token in tokens if len(token.written) > 3 or not token.written.isupper()]
    if not longer or all(token.written.isupper() for token in longer):
        return _NONE
    from loaders.names.persons.given import given

    beside_given = any(given(token.part.text) for token in longer if isinstance(token.part, Word))
    short = [token.written for token in tokens if token.short]
    return frozenset(written for written in short if len(written.rstrip(".")) == 2 or not beside_given)


def _numbers_off(text: str, flags: set[str]) -> str:
    """Without numbers of units and years of birth, and with a blank after each dot."""
    without = _UNIT_NUMBER.sub(" ", text)
    if without != text:
        flags.add("unit number")
    text = _NUMBERED.sub(" ", without)
    if text != without:
        flags.add("number taken off")
    return text


def _titles_off(pieces: list[list[str]], call_sign: str | None, flags: set[str]) -> tuple[list[list[str]], list[str], str | None]:
    """Without ranks, courtesy and a call sign that is named as one."""
    tokens = [token for piece in pieces for token in piece]
    named = next((place for place, token in enumerate(tokens) if "called" in kinds(token)), None)
    if named:
        call_sign = call_sign or " ".join(tokens[named + 1 :]) or None
        kept: list[list[str]] = []
        for piece in pieces:
            kept.append(piece[: max(0, named)])
            named -= len(piece)
        pieces = kept
    rank: list[str] = []
    left: list[list[str]] = []
    for piece in pieces:
        if piece and only_titles(piece):
            rank += [token for token in piece if not kinds(token).isdisjoint(("rank", "beside_rank"))]
            continue
        name, held = taken_off(piece)
        rank += held
        left.append(name)
    if any(left):
        return left, rank, call_sign
    flags.add("rank or name")
    return pieces, [], call_sign


def _asides(text: str, flags: set[str]) -> tuple[str, str | None]:
    """The text without what stands in brackets and quotes, and the call sign among it."""
    if _ASIDE.isdisjoint(text):
        return text, None
    asides: list[str] = []

    def quoted(match: re.Match[str]) -> str:
        asides.append(next(group for group in match.groups() if group is not None))
        return " "

    def bracketed(match: re.Match[str]) -> str:
        tokens = match[1].split()
        if any("former" in kinds(token) for token in tokens):
            flags.add("former surname")
        elif any("called" in kinds(token) for token in tokens):
            asides.append(" ".join(token for token in tokens if "called" not in kinds(token)))
        elif len(tokens) == 1 and tokens[0].isalpha():
            asides.append(tokens[0])
        elif tokens:
            flags.add("remark in brackets")
        return " "

    outside = _BRACKETED.sub(bracketed, _QUOTED.sub(quoted, text))
    if not any(letter.isalpha() for letter in outside):
        return text.translate(_BLANKS), None
    named = [name.strip(" .,;:") for name in asides]
    return outside, next((name for name in named if any(letter.isalpha() for letter in name)), None)

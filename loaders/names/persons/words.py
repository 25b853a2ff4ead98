"""A cell with a name in it, cut into the words of the name, initials, and what stands beside them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.names.persons.script import Script, one_script
from loaders.names.persons.titles import plain, taken_off, words

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNIT_NUMBER: Final = re.compile(
    r"(?<!\w)(?:в[/.\\]?\s?ч\.?|войсковая часть|воинская часть|вайсковая частка|військова частина|military unit|m/u)"
    r"\s*(?:№|#|no\.?)?\s*[\w-]*\d[\w-]*",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|(?<!\w)'([^']+)'(?!\w)")
_BRACKETED: Final = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_NUMBERED: Final = re.compile(r"(?<!\w)[\d][\d./-]*(?:\s*г\.?\s?р\.?|\s*г\.)?(?!\w)|№\s*\d*", re.IGNORECASE)
_DOT_BEFORE_LETTER: Final = re.compile(r"\.(?=[^\W\d_])")
_TOKEN: Final = re.compile(r"[^\W_](?:[\w'’‘ʹʺʼʻ`´ʽʾʿ\u0300-\u036f\u064b-\u0652ʹ\"″′/-]*[\w\u0300-\u036f'’`ʹʺʼ])?\.?|,")
_COMMA: Final = ","
_INITIAL: Final = re.compile(r"(?:[^\W\d_]|Yu|Iu|Ju|Ya|Ia|Ja|Ye|Ie|Zh|Kh|Ch|Sh|Ts|Dz|Дз|Дж|Ph|Th)\.|[^\W\d_]")


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


@dataclass(frozen=True, slots=True)
class Cut:
    """A name cut up. `order`: for each part in turn, its word or the initial. `comma`: how many parts stand before it."""

    parts: tuple[Word | str, ...]
    comma: int | None
    rank: str | None
    call_sign: str | None
    flags: frozenset[str]

    @property
    def words(self) -> list[Word]:
        """The words that are written out."""
        return [part for part in self.parts if isinstance(part, Word)]

    @property
    def initials(self) -> list[str]:
        """The initials, in order."""
        return [part for part in self.parts if isinstance(part, str)]


@lru_cache(maxsize=1 << 17)
def _word(token: str) -> tuple[Word, bool]:
    text, script, mixed = one_script(token.rstrip("."))
    return Word(text.lower(), text, script), mixed


def cut(text: str) -> Cut:
    """What a cell says, in parts."""
    flags: set[str] = set()
    text = unicodedata.normalize("NFC", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    call_sign = None
    if any(mark in text for mark in "«“„\"'([{"):
        text, call_sign = _asides(text, flags)
    without = _UNIT_NUMBER.sub(" ", text)
    if without != text:
        flags.add("unit number")
        text = without
    if any(letter.isdigit() for letter in text):
        without = _NUMBERED.sub(" ", text)
        if without != text:
            flags.add("number taken off")
            text = without
    text = _DOT_BEFORE_LETTER.sub(". ", text)
    tokens = _TOKEN.findall(text)
    tokens, call_sign = _called(tokens, call_sign)
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == _COMMA:
            pieces.append([])
        else:
            pieces[-1].append(token)
    rank: list[str] = []
    kept: list[list[str]] = []
    for piece in pieces:
        if piece and _only_titles(piece):
            rank += piece
            continue
        left, held = taken_off(piece)
        rank += held
        if left:
            kept.append(left)
    if not kept and rank:
        kept, rank = [rank], []
    parts: list[Word | str] = []
    whole = [token for piece in kept for token in piece]
    mixed_case = any(len(token) > 3 and not token.isupper() for token in whole)
    comma = None
    for place, token in enumerate(whole):
        if place == len(kept[0]):
            comma = len(parts)
        if _INITIAL.fullmatch(token):
            parts.append(one_script(token.rstrip("."))[0])
        elif (
            mixed_case and len(token.rstrip(".")) in (2, 3) and token.isupper() and token.rstrip(".").isalpha() and len(whole) > 1
        ):
            parts.extend(token.rstrip("."))
        else:
            word, mixed = _word(token)
            parts.append(word)
            if mixed:
                flags.add("mixed script")
    return Cut(tuple(parts), comma, " ".join(rank) or None, call_sign, frozenset(flags))


def _only_titles(piece: list[str]) -> bool:
    ranks, beside, courtesy = words("rank"), words("beside_rank"), words("honorific") | words("after")
    plainly = [plain(token) for token in piece]
    return all(word in courtesy for word in plainly) or (
        any(word in ranks for word in plainly) and all(word in ranks or word in beside for word in plainly)
    )


def _asides(text: str, flags: set[str]) -> tuple[str, str | None]:
    """The text without what stands in brackets and quotes, and the call sign among it."""
    found: list[str] = []

    def quoted(match: re.Match[str]) -> str:
        found.append(next(group for group in match.groups() if group is not None))
        return " "

    def bracketed(match: re.Match[str]) -> str:
        inner = match[1].strip()
        tokens = [plain(token) for token in inner.split()]
        if any(token in words("former") for token in tokens):
            flags.add("former surname")
        elif any(token in words("called") for token in tokens):
            found.append(" ".join(token for token in inner.split() if plain(token) not in words("called")))
        elif len(tokens) == 1 and tokens[0].isalpha():
            found.append(inner)
        else:
            flags.add("remark in brackets")
        return " "

    outside = _QUOTED.sub(quoted, text)
    inside = _BRACKETED.sub(bracketed, outside)
    if not any(letter.isalpha() for letter in inside):
        return text.translate({ord(mark): " " for mark in '«»“”„"()[]{}'}), None
    named = [name.strip(" .,;:") for name in found if any(letter.isalpha() for letter in name)]
    return inside, named[0] if named else None


def _called(tokens: list[str], call_sign: str | None) -> tuple[list[str], str | None]:
    """Takes off "позывной Барс" where no quotes stand."""
    calling = words("called")
    for place, token in enumerate(tokens):
        if plain(token) in calling and place > 0:
            rest = [word for word in tokens[place + 1 :] if word != _COMMA]
            return tokens[:place], call_sign or (" ".join(rest) or None)
        if plain(token) in calling and call_sign:
            return tokens[:place] + tokens[place + 1 :], call_sign
    return tokens, call_sign

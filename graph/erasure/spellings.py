"""By which words a person is found, in texts and in raw bytes."""

from __future__ import annotations

import codecs
import json
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WORD = re.compile(r"\w+")
ID = re.compile(rb"[a-z]{1,2}-[a-z2-7]{16}")
LEAST_KEY, LEAST_NUMBER = 4, 6
"""A key of fewer letters, or a number of fewer digits, stands for too much else."""
LEAST_PART = 4
TAG = re.compile("<[^<>]*>")
Recogniser: TypeAlias = "Callable[[str], bool]"
CODES = {"utf-8": 4, "utf-16-le": 2, "utf-16-be": 2}
"""With the bytes of one letter, at most: rarer ones than those of two bytes are in no name."""


def words(text: str) -> frozenset[str]:
    """The words of a text as they are compared: in any case, composed, in any order."""
    return frozenset(WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def nobody(_text: str) -> bool:
    """Recognises no name."""
    return False


class Spellings:
    """Every way a person is written: what sources call them, what people added, and what `also` names.

    `whole` and `hinted` know names in other forms: whether a text holds a whole one of theirs, or what may be theirs.
    """

    ids: frozenset[str] = frozenset()
    """Of what is theirs in the case: in a file they lead to them as a name does."""

    def __init__(
        self, names: Iterable[str], keys: Iterable[str] = (), *, whole: Recogniser = nobody, hinted: Recogniser = nobody
    ) -> None:
        listed = {key.strip() for key in keys if len(key.strip()) >= (LEAST_NUMBER if key.isdigit() else LEAST_KEY)}
        called = {text.strip() for text in names if words(text)}
        self.texts = frozenset(called | listed)
        self._words = frozenset(map(words, called))
        self._whole, self._hinted = whole, hinted
        among = "|".join(re.escape(_folded(key)) for key in sorted(listed))
        self._keys = re.compile(rf"(?<!\w)(?:{among})(?!\w)") if listed else None

    def __bool__(self) -> bool:
        return bool(self.texts)

    def name(self, text: str) -> bool:
        """Whether a text names them: it holds all words of one name, in any order, or a key of theirs."""
        return self.called(text) or bool(self._keys and self._keys.search(_folded(text)))

    def called(self, text: str) -> bool:
        """Whether it holds a name of theirs, which may be another's as well."""
        if self._likely.search(_folded(text)):
            held = words(text)
            if any(spelling <= held for spelling in self._words):
                return True
        return self._whole(text)

    def hint(self, text: str) -> bool:
        """Whether it holds one longer word of theirs, which may be another's: a surname, say."""
        return bool(self._parts and self._parts.search(_folded(text))) or self._hinted(text)

    @cached_property
    def _parts(self) -> re.Pattern[str] | None:
        parts = {word for spelling in self._words for word in spelling if len(word) >= LEAST_PART and not word.isdigit()}
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(parts)))})\b") if parts else None

    @cached_property
    def _likely(self) -> re.Pattern[str]:
        """The longest word of each spelling, for a quick look."""
        longest = {max(spelling, key=lambda word: (len(word), word)) for spelling in self._words}
        return re.compile("|".join(map(re.escape, sorted(longest))))

    @cached_property
    def _raw(self) -> tuple[tuple[bytes, str], ...]:
        """How each spelling may stand in a file, and in which code: composed or not, capitals or not, escaped or not."""
        forms: set[tuple[bytes, str]] = set()
        for text in self.texts:
            for form in {unicodedata.normalize(kind, text) for kind in ("NFC", "NFD")} | {text}:
                for written in {form, form.casefold(), form.lower(), form.upper(), form.title()}:
                    forms |= {(written.encode(code, "surrogatepass"), code) for code in CODES}
                    escaped = (json.dumps(written)[1:-1], escape(written, {'"': "&quot;", "'": "&#39;"}), quote(written))
                    forms |= {(one.encode("utf-8", "surrogatepass"), "utf-8") for one in escaped}
        return tuple(sorted(forms))

    def within(self, content: bytes) -> bool:
        """Whether these bytes name them, or one of the ids. What only goes on as their name does is another's."""
        if any(_stands(content, form, code) for form, code in self._raw) or self._whole(_text(content)):
            return True
        return bool(self.ids) and not self.ids.isdisjoint(id_.decode() for id_ in ID.findall(content))


def _text(content: bytes) -> str:
    """The words of a file, those between the tags of XML on lines of their own; nothing where it is no text."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\x00" in content and not wide:
        return ""
    for code in ("utf-16",) if wide else ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        return TAG.sub("\n", text) if text.lstrip().startswith("<") else text
    return ""


def _stands(content: bytes, form: bytes, code: str) -> bool:
    """Whether a form stands there by itself, and not in a longer word of the same letters."""
    at = content.find(form)
    while at >= 0:
        end = at + len(form)
        before = content[max(0, at - CODES[code]) : at].decode(code, "ignore")[-1:]
        after = content[end : end + CODES[code]].decode(code, "ignore")[:1]
        text = form.decode(code, "ignore")
        if not _go_on(before, text[:1]) and not _go_on(text[-1:], after):
            return True
        at = content.find(form, at + 1)
    return False


def _go_on(one: str, other: str) -> bool:
    """Whether a word goes on from one letter to the other. Bytes beside a text may look like letters of another script."""
    return one.isalnum() and other.isalnum() and _script(one) == _script(other)


def _script(letter: str) -> str:
    """LATIN, CYRILLIC …; digits stand with Latin letters, as in numbers of files."""
    return "LATIN" if letter.isdigit() else unicodedata.name(letter, "").split(" ")[0]

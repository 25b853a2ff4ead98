"""By which words a person is found, in texts and in raw bytes."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"\w+")
ID = re.compile(rb"[a-z]{1,2}-[a-z2-7]{16}")
LEAST_KEY, LEAST_NUMBER = 4, 6
"""A key of fewer letters, or a number of fewer digits, stands for too much else."""
LEAST_PART = 4


def words(text: str) -> frozenset[str]:
    """The words of a text as they are compared: in any case, composed, in any order."""
    return frozenset(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


class Spellings:
    """Every way a person is written: what sources call them, what people added, and what `also` names."""

    ids: frozenset[str] = frozenset()
    """Of what is theirs in the case: in a file they lead to them as a name does."""

    def __init__(self, names: Iterable[str], keys: Iterable[str] = ()) -> None:
        whole = {key for key in keys if len(key) >= (LEAST_NUMBER if key.isdigit() else LEAST_KEY)}
        self.texts = frozenset(text.strip() for text in {*names, *whole} if words(text))
        self._words = frozenset(map(words, self.texts))

    def __bool__(self) -> bool:
        return bool(self.texts)

    def name(self, text: str) -> bool:
        """Whether a text names them: it holds all words of one spelling, in any order."""
        if not self._likely.search(unicodedata.normalize("NFKC", text).casefold()):
            return False
        held = words(text)
        return any(spelling <= held for spelling in self._words)

    def hint(self, text: str) -> bool:
        """Whether it holds one longer word of theirs, which may be another's: a surname, say."""
        return bool(self._parts and self._parts.search(unicodedata.normalize("NFKC", text).casefold()))

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
    def _raw(self) -> tuple[bytes, ...]:
        """How each spelling may stand in a file: composed or not, capitals or not, in UTF-8 and UTF-16, escaped or not."""
        forms: set[bytes] = set()
        for text in self.texts:
            for form in {unicodedata.normalize(kind, text) for kind in ("NFC", "NFD")} | {text}:
                for written in {form, form.casefold(), form.lower(), form.upper(), form.title()}:
                    forms |= {written.encode(code, "surrogatepass") for code in ("utf-8", "utf-16-le", "utf-16-be")}
                    escaped = (json.dumps(written)[1:-1], escape(written, {'"': "&quot;", "'": "&#39;"}), quote(written))
                    forms |= {one.encode("utf-8", "surrogatepass") for one in escaped}
        return tuple(sorted(forms))

    def within(self, content: bytes) -> bool:
        """Whether these bytes name them, or one of the ids."""
        if any(form in content for form in self._raw):
            return True
        return bool(self.ids) and not self.ids.isdisjoint(id_.decode() for id_ in ID.findall(content))

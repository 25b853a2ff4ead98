"""The keys of one word, on which its spellings meet: letter by letter, by sound across scripts and schemes, by the tables.

=word   as it is spelt, without marks, or in Latin letters        ~bones  its skeleton
>bones  its skeleton as German would spoil it    <bones  that of a word which may be German
g12     a given name of the table                p:g12   whose child
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.bearers import stems
from loaders.names.persons import elsewhere, surnames
from loaders.names.persons.given import READINGS, declined, fond, given, romanised
from loaders.names.persons.patronymics import patronymic
from loaders.names.persons.script import script_of
from loaders.names.persons.skeleton import APOSTROPHES, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.names.persons.name import Sex

SPELLING: Final = 4
"""Letters of a stem: a shorter one is a word of any language."""
TELLING: Final = 5
"""Sounds of a skeleton where two scripts meet; in one script one more, since a name spelt otherwise there is mostly another."""
SEXES: Final[tuple[Sex, ...]] = ("male", "female")
_NOT_GERMAN: Final = re.compile("v|[zks]h|[aeiou]y|y[aeou]|[^a-zäöüß'-]")
"""What other schemes write, and German does not."""
_SPOILT: Final = str.maketrans("Jz", "Ss")
"""German writes one letter for з and с, one for ж and ш."""
_SIGNS: Final = {ord(sign): None for sign in APOSTROPHES if sign not in "ьЬъЪ"}


@lru_cache(maxsize=1 << 17)
def plain(word: str) -> str:
    """A word in lower case without accents, apostrophes and invisible letters."""
    if word.isascii() and word.isalpha():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_SIGNS))
    return "".join([c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf")])


@lru_cache(maxsize=1 << 16)
def of_name(word: str) -> frozenset[str]:
    """The keys of a word of a name, in lower case and one script."""
    words = stems.of_name(word)
    heard = _sounds(words, word)
    keys = {*_marked("~", heard), *_marked(">", map(_spoilt, heard)), *_marked("<", _german(words, word))}
    return _spelt(words) | keys | _known(word)


@lru_cache(maxsize=1 << 16)
def of_text(word: str) -> frozenset[str]:
    """The keys that a word of a text may have."""
    words = stems.of_text(word)
    heard = _sounds(words, word)
    keys = {*_marked("~", heard), *_marked("<", map(_spoilt, heard)), *_marked(">", _german(words, word))}
    return _spelt(words) | keys | _known(word) | _declined(word)


@lru_cache(maxsize=1 << 16)
def is_given(word: str) -> bool:
    """Whether a table has this very spelling as somebody's given name."""
    match = given(word)
    return (match is not None and match.spelt) or elsewhere.lists(word)


@lru_cache(maxsize=1 << 16)
def is_patronymic(word: str) -> bool:
    """Whether it says whose child."""
    child = patronymic(word)
    return child is not None and child.father is not None


def bones(key: str) -> str:
    """The skeleton that a key is; empty where it is none."""
    return key[1:] if key[0] == "~" else ""


@lru_cache(maxsize=1 << 16)
def halves(word: str) -> tuple[tuple[str, frozenset[str], str], ...]:
    """Each part with which a word begins or ends, the skeletons it may have, and the other part."""
    cuts = [half for at in range(1, len(word)) for half in ((word[:at], word[at:]), (word[at:], word[:at]))]
    return tuple((part, frozenset((skeleton(part), surnames.key(part))), rest) for part, rest in cuts if len(part) >= SPELLING)


def tells(key: str, *, across: bool) -> bool:
    """Whether a word that meets another on this key alone is surely the same. `across`: they are of two scripts."""
    length = len(key) - 1
    return (key[0] == "=" and length >= SPELLING) or (key[0] in "~<>" and length >= TELLING + (not across))


def _spelt(words: frozenset[str]) -> frozenset[str]:
    """Letter by letter; of Cyrillic words also in the Latin letters of the commonest schemes."""
    return frozenset(["=" + plain(spelling) for word in words for spelling in (word, *romanised(word))])


def _sounds(words: frozenset[str], whole: str) -> set[str]:
    """The skeletons that a word may have."""
    script = script_of(whole[0])
    if script == "cyrillic":
        bones = {skeleton(word) for word in words} | {surnames.key(whole)}
    elif script == "latin":
        bones = {skeleton(word, reading) for word in words for reading in READINGS}
        bones |= {surnames.key(whole, reading) for reading in READINGS[:3]} | {elsewhere.key(whole)}
    else:
        bones = {elsewhere.key(whole)}
    return bones


def _german(words: frozenset[str], whole: str) -> Iterator[str]:
    """The skeletons of a Latin word as a German reads it, spoilt; none where nobody German wrote it."""
    if script_of(whole[0]) == "latin" and not _NOT_GERMAN.search(whole):
        yield _spoilt(surnames.key(whole, "german"))
        yield from (_spoilt(skeleton(word, "german")) for word in words)


def _spoilt(bones: str) -> str:
    return bones.translate(_SPOILT)


def _marked(mark: str, bones: Iterable[str]) -> Iterator[str]:
    return (mark + one for one in bones if len(one) >= stems.SHORTEST)


def _known(word: str) -> frozenset[str]:
    keys = {name.id for reading in READINGS[:2] if (match := given(word, reading)) for name in match.names}
    child = patronymic(word)
    if child:
        keys.add(f"p:{child.father.id if child.father else child.stem}")
    return frozenset(keys)


def _declined(word: str) -> frozenset[str]:
    if not re.search("[а-яёіўї]$", word):
        return frozenset()
    found = [fond(word), *(declined(word, sex) for sex in SEXES)]
    return frozenset(name.id for match in found if match for name in match.names)

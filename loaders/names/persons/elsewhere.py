"""Names of other peoples: nothing is cut off a word, no father is read into it, and what is guessed is flagged.

The last word is the surname, or the one before a comma; with two Spanish surnames the father's, which is the one that
papers keep. Particles carry no key. An initial may stand for any of the other names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.persons import initials, surnames
from loaders.names.persons.given import given
from loaders.names.persons.name import PersonName
from loaders.names.persons.skeleton import APOSTROPHES, skeleton
from loaders.names.persons.tables import rows
from loaders.names.persons.titles import words as listed
from loaders.names.persons.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.names.persons.words import Cut

_ARTICLE: Final = re.compile(r"^(?:al|el|ul|as|ad|ar|an|at|az|ash)[-'’ ](?=\w{3})|^ال(?=\w{3})")
_ARABIC_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
_ARABIC: Final = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهويةىاأإآ", "bttJHHddrzsSsdtzHfkklmnHUIAAAAAA", strict=True)),
    **dict(zip("پچژگکیے", "pCJHkII", strict=True)),
}  # fmt: skip


@cache
def _spellings() -> dict[str, tuple[str, str]]:
    """For each spelling without marks: the first of its row, and whose name it is."""
    first_of: dict[str, tuple[str, str]] = {}
    for people, spellings in rows("given_elsewhere.tsv"):
        first = _bare(spellings.split(",", 1)[0])
        for spelling in spellings.split(","):
            first_of.setdefault(_bare(spelling), (first, people))
    return first_of


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """The key of one word in lower case: one for all spellings of a common name, else its skeleton."""
    bare = _bare(word)
    return _bones(_spellings()[bare][0] if bare in _spellings() else word)


@lru_cache(maxsize=1 << 17)
def given_key(word: str) -> str:
    """The key of a given name: its id if the table of East Slavic names has it, on which Виктор and Victor meet."""
    bare = _bare(word)
    first = _spellings()[bare][0] if bare in _spellings() else word
    found = given(first, "foreign")
    name = found.sure if found and not found.short else None
    return name.id if name else _bones(first)


def lists(word: str) -> bool:
    """Whether other peoples are known to spell a given name so."""
    return _bare(word) in _spellings()


@lru_cache(maxsize=1 << 17)
def _bare(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c) and c not in APOSTROPHES)
    return _ARTICLE.sub("", plain).replace("-", "")


def _bones(word: str) -> str:
    word = _ARTICLE.sub("", _ARABIC_MARKS.sub("", word))
    arabic = "".join(_ARABIC.get(letter, "") for letter in word)
    return arabic or skeleton(word.replace("-", ""), "foreign") or word


def weighty(words: Sequence[Word]) -> list[Word]:
    """The words that carry a key: particles are left out, and Abdul, Abu and the like belong to the word after them."""
    particles, joined = listed("particle", "arabic") | listed("particle", "romance"), listed("particle", "joined")
    kept: list[Word] = []
    before: Word | None = None
    for word in words:
        if before is not None:
            whole = f"{before.written} {word.written}"
            servant = "abdul" if before.text.startswith("abd") else before.text
            kept.append(Word(servant + _ARTICLE.sub("", word.text), whole, word.script))
            before = None
        elif word.text in joined and word is not words[-1]:
            before = word
        elif word.text not in particles:
            kept.append(word)
    return kept or list(words)


def read(text: str, parts: Cut) -> PersonName:
    """A name that is not East Slavic, taken apart as far as can be known."""
    flags = set(parts.flags)
    named = weighty(parts.words)
    surname, rest, doubts = _cast(parts, named)
    flags.update(doubts)
    if not rest and parts.initials:
        flags.add("initials only")
    mask = 0
    for first in (*(word.text[0] for word in rest), *parts.initials):
        mask |= initials.of_initial(first)
    known = given(rest[0].text, "foreign") if rest else None
    name = known.sure if known and not known.short else None
    sure = name is not None and not name.elsewhere and len(named) == 2 and surname is not None and given(surname.text) is None
    if name is not None:
        mask |= initials.of_name(name)
    scripts = {word.script for word in named}
    return PersonName(
        original=text,
        surname=surnames.levelled(key(surname.text)) if surname else None,
        surname_spelt=surname.text if surname else None,
        given=given_key(rest[0].text) if rest else None,
        given_known=sure,
        given_initials=mask,
        patronymic=None,
        patronymic_known=False,
        patronymic_initials=0,
        sex=name.sex if name and sure else None,
        language="la" if scripts == {"latin"} else "ar" if scripts == {"arabic"} else "other",
        rank=parts.rank,
        call_sign=parts.call_sign,
        flags=tuple(sorted(flags)),
    )


def _cast(parts: Cut, named: list[Word]) -> tuple[Word | None, list[Word], tuple[str, ...]]:
    """The surname, all other names, and what is doubtful about that."""
    before = weighty([part for part in parts.parts[: parts.comma or 0] if isinstance(part, Word)])
    capitals = [word for word in named if word.capitals]
    if before:
        rest = named[len(before) :]
        return before[0] if any(_is_spanish(word) for word in rest) else before[-1], rest, ()
    if len(named) < 2:
        return (named[0] if named else None), [], ()
    if len(capitals) == 1:
        return capitals[0], [word for word in named if word is not capitals[0]], ()
    if len(named) > 2 and _spanish(named) and (len(named) > 3 or not _is_spanish(named[1])):
        return named[-2], named[:-2], ("two surnames", "order guessed")
    return named[-1], named[:-1], ("order guessed",)


def _is_spanish(word: Word) -> bool:
    return _spellings().get(_bare(word.text), ("", ""))[1] == "es"


def _spanish(named: Sequence[Word]) -> bool:
    """Whether the name is Spanish: its first word is, or two of its words."""
    return sum(1 for word in named if _is_spanish(word)) + (1 if named and _is_spanish(named[0]) else 0) > 1

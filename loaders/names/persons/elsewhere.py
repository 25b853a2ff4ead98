"""Names of other peoples: nothing is cut off a word, no father is read into it, and what is guessed is flagged.

The last word is the surname, or the one before a comma; with two Spanish surnames the father's, which is the one that
papers keep. Particles carry no key. An initial may stand for any of the other names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders.names.persons import initials, surnames
from loaders.names.persons.given import given
from loaders.names.persons.name import PersonName
from loaders.names.persons.skeleton import APOSTROPHES, skeleton
from loaders.names.persons.titles import words as listed
from loaders.names.persons.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.names.persons.words import Cut

_FILE: Final = Path(__file__).with_name("given_elsewhere.tsv")
_ARTICLE: Final = re.compile(r"^(?:al|el|ul|as|ad|ar|an|at|az|ash)[-'’ ](?=\w{3})|^ال(?=\w{3})")
_ARABIC_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
_ARABIC: Final = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهويةىاأإآ", "bttJHHddrzsSsdtzHfkklmnHUIAAAAAA", strict=True)),
    **dict(zip("پچژگکیے", "pCJHkII", strict=True)),
}  # fmt: skip


@cache
def _spellings() -> dict[str, tuple[str, str]]:
    """For each spelling without marks: the key of its row, and whose name it is."""
    found: dict[str, tuple[str, str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "peoples\t")):
            people, spellings = line.split("\t")
            first = _bones(spellings.split(",", 1)[0])
            for spelling in spellings.split(","):
                found.setdefault(_bare(spelling), (first, people))
    return found


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """The key of one word in lower case: one for all spellings of a common name, else its skeleton."""
    bare = _bare(word)
    if bare in _spellings():
        return _spellings()[bare][0]
    return _bones(word)


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
    open_word: Word | None = None
    for word in words:
        if open_word is not None:
            word = Word(open_word.text + _ARTICLE.sub("", word.text), f"{open_word.written} {word.written}", word.script)
            open_word = None
        elif word.text in joined and word is not words[-1]:
            open_word = word
            continue
        if word.text not in particles:
            kept.append(word)
    return kept or list(words)


def read(text: str, parts: Cut) -> PersonName:
    """A name that is not East Slavic, taken apart as far as can be known."""
    flags = set(parts.flags)
    named = weighty(parts.words)
    capitals = [word for word in named if word.capitals]
    before = weighty([part for part in parts.parts[: parts.comma or 0] if isinstance(part, Word)])
    if before:
        surname, rest = before[0] if _spanish(named) else before[-1], named[len(before) :]
    elif len(capitals) == 1 and len(named) > 1:
        surname, rest = capitals[0], [word for word in named if word is not capitals[0]]
    elif len(named) > 2 and _spanish(named):
        place = len(named) - 2 if len(named) > 3 or not _is_spanish(named[1]) else len(named) - 1
        surname, rest = named[place], named[:place]
        flags |= {"two surnames", "order guessed"} if place == len(named) - 2 else {"order guessed"}
    else:
        surname, rest = (named[-1], named[:-1]) if named else (None, [])
        if rest:
            flags.add("order guessed")
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
        given=(name.id if name and not name.elsewhere else key(rest[0].text)) if rest else None,
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


def _is_spanish(word: Word) -> bool:
    return _spellings().get(_bare(word.text), ("", ""))[1] == "es"


def _spanish(named: Sequence[Word]) -> bool:
    """Whether the name is Spanish: its first word is, or two of its words."""
    return sum(1 for word in named if _is_spanish(word)) + (1 if named and _is_spanish(named[0]) else 0) > 1

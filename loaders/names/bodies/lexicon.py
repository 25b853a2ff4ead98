"""The tables of words: what a phrase says about a body. Data beside this file; built once, never changed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from loaders.names.bodies.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

Says: TypeAlias = Literal[
    "concept",
    "quality",
    "city",
    "region",
    "country",
    "district",
    "translated",
    "number",
    "unknown",
    "not_there",
    "region_word",
    "before_place",
    "stop",
]
"""What a phrase can be. Where two fit as well, the earlier."""

_ORDER: Final = get_args(Says)

_REMEMBERED: Final = 1 << 16
"""Words of which is remembered what begins with them."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of body; concepts.toml says what each field means."""

    id: str
    says: str
    level: int
    numbered: Literal["country", "region", "place", "parent"] | None = None
    service: str | None = None
    near: frozenset[str] = frozenset()
    unique: bool = False
    vague: bool = False
    named: bool = False
    named_by_place: bool = False
    by_region: bool = False
    of_whom: bool = False
    identifies: bool = False


@dataclass(frozen=True, slots=True)
class Quality:
    """What tells two bodies of one kind from one another: armoured, convoy, public order."""

    id: str
    says: str
    joins: frozenset[str] = frozenset()
    light: Literal["always", "with its number"] | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together. `words`: folded; one that ends in a star stands for any ending."""

    words: tuple[str, ...]
    says: Says
    id: str

    def fits(self, tokens: Sequence[str], at: int) -> bool:
        """Whether its second and further words follow there: the first one is known to stand at that place."""
        if at + len(self.words) > len(tokens):
            return False
        for word, wanted in zip(tokens[at + 1 : at + len(self.words)], self.words[1:], strict=True):
            if not (word.startswith(wanted[:-1]) if wanted[-1] == "*" else word == wanted):
                return False
        return True

    @property
    def weight(self) -> tuple[int, int, int]:
        """The better fit first: more words, whole words, longer ones, then the order of what they say."""
        whole = sum(wanted[-1] != "*" for wanted in self.words)
        return -len(self.words), -whole * 100 - sum(map(len, self.words)), _ORDER.index(self.says)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables. `versions`: of each file, with the beginning of its SHA-256, for whoever records what a decision rested on."""

    concepts: dict[str, Concept]
    qualities: dict[str, Quality]
    within: dict[str, str]
    regions: frozenset[str]
    versions: str
    _first: dict[str, list[Phrase]] = field(default_factory=dict)
    _of_word: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def at(self, tokens: Sequence[str], place: int) -> Phrase | None:
        """The phrase that best fits from there on."""
        return next((phrase for phrase in self._beginning(tokens[place]) if phrase.fits(tokens, place)), None)

    def _beginning(self, word: str) -> tuple[Phrase, ...]:
        """Phrases that begin with this word, the better fit first."""
        if word not in self._of_word:
            keys = (word, *(word[:end] + "*" for end in range(2, len(word) + 1)))
            phrases = (phrase for key in keys for phrase in self._first.get(key, ()))
            if len(self._of_word) >= _REMEMBERED:
                self._of_word.clear()
            self._of_word[word] = tuple(sorted(phrases, key=lambda phrase: phrase.weight))
        return self._of_word[word]

    def near(self, one: str, other: str) -> bool:
        """Whether writers mix these two kinds up."""
        return other in self.concepts[one].near or one in self.concepts[other].near


@cache
def lexicon() -> Lexicon:
    """The tables as shipped."""
    tables = {name: _read(name) for name in ("concepts", "places", "words")}
    concepts, places, words = (table for table, _ in tables.values())
    phrases: list[Phrase] = []
    spelt: list[tuple[Says, dict[str, list[str]]]] = [
        ("concept", {id_: entry["phrases"] for id_, entry in concepts["concept"].items()}),
        ("quality", {id_: entry["phrases"] for id_, entry in concepts["quality"].items()}),
        ("city", places["city"]),
        ("region", places["region"]),
        ("country", places["country"]),
        ("district", places["district"]),
        ("translated", words["translated"]),
        ("number", words["ordinals"]),
        ("region_word", {"region_word": words["region_word"]}),
        ("stop", {"stop": words["stop"]}),
        ("before_place", {"before_place": words["before_place"]}),
        ("not_there", {"not_there": words["not_there"]}),
        ("unknown", {"unknown": words["unknown"]}),
    ]
    for says, table in spelt:
        for id_, spellings in table.items():
            phrases += [Phrase(tuple(spelling.split()), says, id_) for spelling in spellings]
    first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        first.setdefault(phrase.words[0], []).append(phrase)
    return Lexicon(
        {id_: _concept(id_, entry) for id_, entry in concepts["concept"].items()},
        {id_: Quality(id_, e["is"], frozenset(e.get("joins", ())), e.get("light")) for id_, e in concepts["quality"].items()},
        places["within"],
        frozenset(places["region"]),
        ", ".join(f"{name} {table['version']} ({digest})" for name, (table, digest) in tables.items()),
        first,
    )


def is_kind(word: str) -> bool:
    """Whether a word alone means a kind of body: OMON, SIZO."""
    phrase = lexicon().at((fold(word),), 0) if word else None
    return phrase is not None and phrase.says == "concept"


def _read(name: str) -> tuple[dict[str, Any], str]:
    text = (Path(__file__).parent / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text), sha256(text.encode()).hexdigest()[:12]


def _concept(id_: str, entry: dict[str, Any]) -> Concept:
    stated = {
        name: entry[name]
        for name in ("numbered", "service", "unique", "vague", "named", "named_by_place", "by_region", "of_whom", "identifies")
        if name in entry
    }
    return Concept(id_, entry["is"], entry["level"], near=frozenset(entry.get("near", ())), **stated)

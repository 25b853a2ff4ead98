"""Words of dates in many languages: `languages/*.toml`, `calendars/*.toml`, and what a mapping adds."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from loaders.reading.dates.figures import plain
from loaders.reading.dates.splitting import pieces

HERE: Final = Path(__file__).parent
MONTH, WEEKDAY = "month", "weekday"
GIVEN: Final = (
    *("circa", "before", "after", "until", "to", "from", "between", "and", "or"),
    *("early", "mid", "late", "open", "unknown", "doubted", "noise", "year"),
)
"""What a word that a mapping adds may mean."""
Phrase = tuple[str, ...]


class Meaning(NamedTuple):
    """What a word may mean. `value`: the number of the month or weekday, or the calendar of a month."""

    what: str
    value: int = 0
    lang: str = ""
    calendar: str = ""


@cache
def languages() -> dict[str, dict[str, object]]:
    """The files of the languages, by their code."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "languages").glob("*.toml"))}


@cache
def _known() -> dict[Phrase, tuple[Meaning, ...]]:
    found: defaultdict[Phrase, dict[Meaning, None]] = defaultdict(dict)
    for lang, file in languages().items():
        for what in (MONTH, WEEKDAY):
            for number, names in enumerate(_listed(file[f"{what}s"]), start=1):
                for name in _named(names):
                    found[_phrase(name)][Meaning(what, number, lang)] = None
        words = file.get("words", {})
        assert isinstance(words, dict)  # noqa: S101 - our own file
        for what, names in words.items():
            for name in _named(str(names)):
                found[_phrase(name)][Meaning(what, 0, lang)] = None
    for path in sorted((HERE / "calendars").glob("*.toml")):
        for number, names in enumerate(tomllib.loads(path.read_text("utf-8"))["months"], start=1):
            for name in _named(names):
                found[_phrase(name)][Meaning(MONTH, number, "", path.stem)] = None
    return {phrase: tuple(meanings) for phrase, meanings in found.items()}


class Words:
    """Phrases and their meanings; `longest`: how many pieces a phrase may have."""

    def __init__(self, known: dict[Phrase, tuple[Meaning, ...]]) -> None:
        self.known = known
        self.longest: dict[str, int] = {}
        for phrase in known:
            self.longest[phrase[0]] = max(len(phrase), self.longest.get(phrase[0], 0))

    def meanings(self, phrase: Phrase, lang: str | None) -> tuple[Meaning, ...]:
        """What it may mean; in the language stated, if that language has the word."""
        meant = self.known.get(phrase, ())
        return tuple(m for m in meant if m.lang == lang) or meant if lang else meant


@lru_cache(maxsize=64)
def lexicon(added: tuple[tuple[str, str], ...] = ()) -> Words:
    """All words, with those that a mapping adds: they mean what the mapping says, whatever they mean elsewhere."""
    if not added:
        return Words(_known())
    return Words(_known() | {_phrase(word): (Meaning(what),) for word, what in added})


def _listed(value: object) -> list[str]:
    assert isinstance(value, list)  # noqa: S101 - our own file
    return [str(item) for item in value]


def _named(names: str) -> list[str]:
    return [name.strip() for name in names.split("|") if name.strip()]


def _phrase(name: str) -> Phrase:
    """Its pieces; a dot at the end of a word is never part of it."""
    found = [text for text, _ in pieces(plain(name))]
    return tuple(found[:-1] if len(found) > 1 and found[-1] == "." else found)

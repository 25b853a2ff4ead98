"""What a special source says: mentions of things and of links between them, each with its statements."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

from graph.said.carried import Carried
from graph.said.claim import FILE

Form: TypeAlias = Literal["stated", "on", "limits", "cited"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one property of `graph/schema`. `original`: as it stands in the file, where that differs.

    `cites`: keys of the Source things it rests on; without any it rests on the file itself. `graded`, `quote`, `language`:
    the compiler's own grade, the words of the source, the language of the value.
    """

    property: str
    value: str | int | float | bool
    original: str = ""
    cites: tuple[str, ...] = ()
    basis: str = "not_stated"
    graded: str | None = None
    quote: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """When it was so, as the file writes it: dates, and what they are dates of, in the words of a mapping's `span`.

    `stated`: from `first` to `last`. `on`: on the day `first`. `limits`: not before, not after. `cited`: first and last
    mention; `starts` and `ends` say whether they are also the beginning and the end.
    """

    first: str = ""
    last: str = ""
    form: Form = "stated"
    starts: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """What one place of a file says about one thing, or about one link between two things.

    `what`: a label or link type of `graph/schema`. `at`: the place in the file, such as "line 7" or "node n4". `key`: the
    file's own id of a thing. `begin`, `end`: of a link, the keys of the things at its ends. `space`: "file", or a key space
    that the module gives a reason for in `KEY_SPACES`. `cites`: what a link, or a thing without statements, rests on.
    """

    what: str
    at: str
    key: str | None = None
    begin: str | None = None
    end: str | None = None
    says: tuple[Statement, ...] = ()
    dates: Dates | None = None
    cites: tuple[str, ...] = ()
    denies: bool = False
    space: str = FILE
    canonical: str | None = None
    """Under which its compiler counts it among others as one thing: a person is asked whether it is."""

    @property
    def is_link(self) -> bool:
        """Whether it speaks of a link."""
        return self.begin is not None or self.end is not None

    def as_text(self) -> str:
        """All it says, but not where: the same word elsewhere in the file, or in a newer file, is the same mention."""
        content = {name: value for name, value in asdict(self).items() if name not in ("at", "canonical")}
        return json.dumps(content, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that a reader of the load report should know; nothing was refused because of it."""

    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that cannot be read without guessing: where, why, and the record itself, for the case's rejects."""

    at: str
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A mention with its claims, as another case of Linkage wrote them out. `at`: the place in this file."""

    at: str
    carried: Carried

    def as_text(self) -> str:
        """All it says, but not where."""
        return self.carried.as_text()

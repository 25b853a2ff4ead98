"""The two errors that are known of ArcadeDB, made on purpose over an engine that answers, and the texts that fall into them.

1. `-[r:T WHERE …]->{1,8}` and `->+`: the condition is ignored.
2. A parameter that is a time, among times that are stored or made by the text: `max` and `min` keep the first. Equal ones are two
   in DISTINCT and in a group (`test_asked_time`).

No saved query is written so, and the guard refuses both; `unwary` is as somebody writes who knows neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from queries.catalogue import Catalogue
from tests.queries.rewrites import EXTREME, FILTERED

ASKED = re.compile(r"localdatetime\((\$\w+)\)")
"""A limit that is asked about, made a value."""
BARE = re.compile(r"(?:THEN|\[|,)\s*\$(?:on_)?(?:from|to)\b")
"""A limit taken as a value as it is."""
SHORT = re.compile(r"(-\s*\[[^\[\]]*?)\bWHERE\b[^\[\]]*(\]\s*->?\s*[{+])")


def condition_ignored(cypher: str) -> str:
    """What an engine with the first error answers instead."""
    return SHORT.sub(r"\1\2", cypher)


def first_kept(cypher: str) -> str:
    """What an engine with the second error answers instead."""
    return EXTREME.sub(r"head(collect(\2))", cypher) if BARE.search(cypher) else cypher


def in_short(cypher: str) -> str:
    """Quantified paths of one link without the brackets around them."""
    return FILTERED.sub(r"\2[\3:\4 WHERE \5]\6", cypher)


def as_it_is(cypher: str) -> str:
    """Limits that are asked about, not made values."""
    return ASKED.sub(r"\1", cypher)


KNOWN: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "the condition of a quantified link": (condition_ignored, in_short),
    "the first of times": (first_kept, as_it_is),
}
"""By what is wrong: what is answered instead, and how a query falls into it."""


def falling(error: str) -> list[str]:
    """The saved queries of whose unwary text something else is answered."""
    instead, unwary = KNOWN[error]
    texts = {name: unwary(Catalogue.of().get(name).cypher) for name in Catalogue.of().names}
    return [name for name, text in texts.items() if instead(text) != text]

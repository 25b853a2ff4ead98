"""A name taken apart: East Slavic ones by their endings and tables, all others by their order alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.names.persons import east_slavic, elsewhere, scheme
from loaders.names.persons.words import cut

if TYPE_CHECKING:
    from loaders.names.persons.name import PersonName


@lru_cache(maxsize=1 << 12)
def parse(text: str) -> PersonName:
    """A name taken apart. Any text gives an answer; `original` is the text.

    Few answers are kept: names differ, their words repeat, and each object that lasts costs Python's collector time.
    """
    parts = cut(text)
    scripts = {word.script for word in parts.words}
    if "cyrillic" in scripts:
        return east_slavic.read(text, parts, "plain")
    if scripts == {"latin"}:
        how = scheme.of(tuple(word.text for word in parts.words))
        if how != "foreign":
            return east_slavic.read(text, parts, how)
    return elsewhere.read(text, parts)

"""Whom a reader outside must not recognise, and whether a text would give one of them away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from graph.answer import NodeValue

REVEALING = 3
"""A single word of a name this long betrays its bearer in a descriptive text; shorter ones are initials and particles."""

RUN_TOGETHER = 5
"""A name this long is looked for inside other words too, as in "PetrovaAnna"; any name in a script without spaces is."""


class Bearers(Protocol):
    """All protected persons of the case, whether the answer shows them or not, by every way their names are written."""

    def names(self, text: str) -> bool:
        """Whether a text names one of them."""
        ...

    def namesake(self, name: str) -> bool:
        """Whether the name of somebody who is not protected could be read as the whole name of one of them."""
        ...


def is_protected(person: NodeValue) -> bool:
    """Every person of whom the graph does not say outright that nothing needs protecting."""
    return person.label == "Person" and person.properties.get("protected") is not False


@dataclass(frozen=True, slots=True)
class Protected:
    """Those of an answer: the words of each name and alias, and the words that reveal by themselves; and all of the case.

    Of whom an answer shows, a reader knows more, so a single word of the name tells; of all others the name itself does.
    """

    names: frozenset[frozenset[str]]
    revealing: frozenset[str]
    run_together: frozenset[str]
    everybody: Bearers

    @classmethod
    def among(cls, nodes: Iterable[NodeValue], everybody: Bearers) -> Protected:
        """Those among these nodes, and everybody protected in the case."""
        names: set[frozenset[str]] = set()
        revealing: set[str] = set()
        run_together: set[str] = set()
        for person in filter(is_protected, nodes):
            for called in _called(person):
                name_words = words(called)
                names.add(frozenset(name_words))
                run_together.add("".join(name_words))
                # "the man with the scar" is known by the whole phrase, not by "man".
                if person.properties.get("identified") != "described":
                    revealing.update(word for word in name_words if len(word) >= REVEALING or not word.isascii())
        return cls(
            frozenset(filter(None, names)),
            frozenset(revealing),
            frozenset(joined for joined in run_together if len(joined) >= (RUN_TOGETHER if joined.isascii() else 2)),
            everybody,
        )

    def named_in(self, text: str) -> bool:
        """Whether a text names one of them."""
        return self._whole_in(text) or self.everybody.names(text)

    def namesake(self, name: str) -> bool:
        """Whether the name of somebody else could be read as the name of one of them."""
        return self._whole_in(name) or self.everybody.namesake(name)

    def _whole_in(self, text: str) -> bool:
        """Whether a whole name of the answer stands there: its words in any order, or run together; whatever case or accents."""
        found = words(text)
        together = "".join(found)
        return any(name <= set(found) for name in self.names) or any(joined in together for joined in self.run_together)

    def hinted_in(self, text: str) -> bool:
        """Whether even one revealing word of a name stands in the text."""
        return self.named_in(text) or not self.revealing.isdisjoint(words(text))


def words(text: str) -> list[str]:
    """The words of a text without regard to case, accents, full-width or invisible letters."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
    return re.findall(r"[^\W_]+", plain)


def _called(person: NodeValue) -> list[str]:
    name, aliases = person.properties.get("name"), person.properties.get("aliases")
    listed = aliases if isinstance(aliases, list | tuple) else [aliases]
    return [called for called in (name, *listed) if isinstance(called, str)]

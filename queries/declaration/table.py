"""One table of a header while it is read, key by key: each value of its type, and a fault in its line for each that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from queries.header import Header

TIMED = ("node", "rel", "path", "things")
"""Types of columns that hold links or things."""


class Table:
    """`path`: where it stands in the header; `called`: what a fault begins with."""

    def __init__(self, head: Header, path: tuple[str, ...], called: str, values: Mapping[str, object]) -> None:
        self._head, self._path, self._called, self._values = head, path, called, values
        self.faults: list[Fault] = []

    def fault(self, key: str, reason: str) -> None:
        """Something is wrong with this key, or with the table where it has no such key."""
        self.faults.append(Fault(self._head.line(*self._path, key), f"{self._called}: {reason}"))

    def has(self, key: str) -> bool:
        """Whether the key is there, right or wrong."""
        return key in self._values

    def only(self, allowed: Collection[str]) -> None:
        """No key but these."""
        for key in self._values.keys() - set(allowed):
            self.fault(key, f"unknown key {key!r}; allowed: {', '.join(sorted(allowed))}")

    def wanted(self, *keys: str) -> None:
        """These must be there."""
        for key in keys:
            if key not in self._values:
                self.fault(key, f"{key} is missing")

    def name(self, key: str, wanted: str = "one name") -> str:
        """One name, or what else is `wanted`; empty where there is none."""
        value = self._values.get(key, "")
        if isinstance(value, str) and (value.strip() or key not in self._values):
            return value
        self.fault(key, f"{key} is {wanted}")
        return ""

    def names(self, key: str, *, none_too: bool = False) -> tuple[str, ...]:
        """A list of names, each once. `none_too`: an empty list says something."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
            self.fault(key, f"{key} is a list of names")
            return ()
        if not value and key in self._values and not none_too:
            self.fault(key, f"{key} names nothing: leave it out")
        for name in sorted({name for name in value if value.count(name) > 1}):
            self.fault(key, f"{key} names {name} twice")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.fault(key, f"{key} is true or false")
        return value is True

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """One of these; the first where it is none."""
        value = self._values.get(key)
        if value in choices:
            return str(value)
        self.fault(key, f"a {key} is one of {', '.join(choices)}")
        return choices[0]

    def refer(self, key: str, names: Iterable[str], known: Mapping[str, str], types: Collection[str]) -> None:
        """All that this key names is known, and of one of these types."""
        for name in filter(None, names):
            if name not in known:
                self.fault(key, f"{key}: there is no column {name}")
            elif known[name] not in types:
                self.fault(key, f"{key}: {name} is of type {known[name]}, and not {' or '.join(types)}")


def opened(head: Header, key: str) -> Table:
    """The table of this name at the head of the header; an empty one with a fault where it is none."""
    values = head.values.get(key, {})
    table = Table(head, (key,), key, values if isinstance(values, dict) else {})
    if not isinstance(values, dict):
        table.faults.append(Fault(head.line(key), f"{key} is a table"))
    return table

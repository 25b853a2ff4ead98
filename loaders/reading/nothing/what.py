"""What a cell says that names nobody and nothing."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Nothing: TypeAlias = Literal[
    "total", "unknown", "not applicable", "illegible", "ditto", "dash", "withheld", "count", "error", "elsewhere", "kin",
]  # fmt: skip

READ_AS: Final[dict[Nothing, str]] = {
    "total": "read as a total: it names nobody",
    "unknown": "read as not known: it is no name",
    "not applicable": "read as empty: it says that there is nothing",
    "illegible": "read as not legible: it is no name",
    "ditto": 'read as "the same as above", which is not guessed: write out what is meant',
    "dash": "read as empty: it is a mark",
    "withheld": "read as withheld: it is no name",
    "count": "read as a number of persons: it names none of them",
    "elsewhere": "read as a pointer to another list or page: it names nobody",
    "kin": "read as kin of somebody, not named: it is no name",
    "error": "read as empty: it is an error of a spreadsheet",
}
"""As a report says it."""

NAMELESS: Final[frozenset[Nothing]] = frozenset({"unknown", "illegible", "withheld", "kin"})
"""There is somebody or something, and the cell does not say who or what."""

"""What a mapping leaves open of its links though it decides what they mean: whether somebody commands, whether a unit is under
another one's command. Each such link is kept as of an unknown kind, and carries no chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import schema
from loaders.mapping import Mapping
from loaders.reading import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.sources import Source

NOTE: Final = (
    'no {name}: each is kept as "{kept}", since {means}. '
    'If the sheet means {choices}, say so: {name} = {{ text = "…" }}, or a column'
)


def notes(file: str, mapping: Mapping | Source) -> Iterator[Note]:
    """One for each part of the mapping and what it does not say."""
    if not isinstance(mapping, Mapping):
        return
    for part, link in mapping.link.items():
        for declared in schema.LINK[link.type].own:
            if declared.unsaid and declared.name not in link.properties and not link.denies:
                others = " or ".join(choice for choice in declared.choices if choice != declared.unsaid)
                said = NOTE.format(name=declared.name, kept=declared.unsaid, means=declared.means, choices=others)
                yield Note(file, "", None, None, f"[link.{part}] gives {said}")

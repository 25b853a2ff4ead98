"""What a body is, in the words of an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.names.bodies.body import Body
    from loaders.names.bodies.lexicon import Lexicon


def head_of(body: Body, tables: Lexicon) -> str:
    """Its kind."""
    return tables.concepts[body.head].says if body.head else "no kind"


def owners_of(body: Body, tables: Lexicon) -> str:
    """What it belongs to."""
    return " and ".join(tables.concepts[id_].says for id_ in sorted(body.over))


def qualities_said(qualities: Iterable[str], tables: Lexicon) -> str:
    """What tells it from others of its kind."""
    return ", ".join(tables.qualities[id_].says for id_ in sorted(qualities)) or "nothing"


def listed(values: Iterable[str]) -> str:
    """All of them, in order."""
    return " and ".join(sorted(values))

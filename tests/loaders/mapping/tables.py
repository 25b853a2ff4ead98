"""Tables of which only the header matters."""

from __future__ import annotations

from loaders.reading import Table


def table(*header: str, sheet: str = "") -> Table:
    """One without rows."""
    return Table(sheet, header, ())

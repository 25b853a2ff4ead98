"""A case that was projected into a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from graph.engine import Marker


def on_paper(marker: Marker) -> None:
    """What the server now holds."""
    click.echo(f"published: graph {marker.hashes.graph}, entry {marker.sequence}, read back and equal")

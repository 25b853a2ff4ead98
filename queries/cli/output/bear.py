"""The legal elements there are, and a claim that was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import paper, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decided.entry import Entry
    from queries.elements import Element


def on_paper(entry: Entry) -> None:
    """The entry that was made."""
    body = entry.body
    click.echo(f"entry {entry.sequence}: {plain(body['claim'])} speaks {body['stance']} {body['element']['id']}")


def elements_on_paper(elements: Iterable[Element]) -> None:
    """What a claim can speak for or against."""
    table = paper("element", "what must be proved", "by")
    for element in elements:
        table.row(element.id, element.title, f"{element.instrument}, {element.article}")
    table.print()

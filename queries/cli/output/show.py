"""One thing, or one link, with what it is linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli import words
from queries.cli.output.query import as_data
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from queries.desk.show import Shown


def on_paper(shown: Shown) -> None:
    """What is known of it, then a line for each link; inside the house, so nothing is withheld."""
    head = shown.thing or shown.link
    assert head is not None  # noqa: S101 - one of the two
    kind = shown.thing.label if shown.thing else shown.link.type if shown.link else ""
    name = shown.thing.name if shown.thing else " → ".join(n.thing.name for n in shown.around)
    click.echo(f"{kind} {plain(name)}  {head.id}  (internal)")
    for prop, value in sorted(head.properties.items()):
        if prop in ("id", "name", "claims") or prop.startswith(("possible_", "certain_", "cited_", "bridged")):
            continue
        text = "; ".join(str(item) for item in value) if isinstance(value, list | tuple) else value
        if text not in ("", None, False):
            click.echo(f"  {prop}: {plain(text)}")
    if told := words.span(head.properties):
        click.echo(f"  {told}")
    click.echo(f"  rests on {words.count(len(head.properties.get('claims', ())), 'claim')}; `linkage why {head.id}` shows them")  # type: ignore[arg-type]
    if shown.thing:
        table = paper("link", "", "thing", "when", "id")
        for other in shown.around:
            extra = other.link.properties.get("function") or other.link.properties.get("relation") or ""
            arrow = "→" if other.outward else "←"
            table.row(
                f"{other.link.type} {extra}".strip(), arrow, other.thing.name, words.span(other.link.properties), other.link.id
            )
        if shown.around:
            table.print()
        else:
            click.echo("  nothing is linked to it")
        if not shown.complete:
            click.echo(f"  the first {len(shown.around):,} links; there are more")


def as_json(shown: Shown) -> None:
    """With all properties."""
    found = {"thing": shown.thing, "link": shown.link, "complete": shown.complete}
    around = [{"link": one.link, "thing": one.thing, "outward": one.outward} for one in shown.around]
    click.echo(
        json_text({name: as_data(value, whole=True) for name, value in found.items()} | {"around": as_data(around, whole=True)})
    )

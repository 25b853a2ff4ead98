"""One thing, or one link, with what it is linked to."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from graph import schema, words
from queries.cli.data import as_data
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from queries.desk.show import Shown

UNSHOWN = frozenset({"id", "name", "conflicts"} | {prop.name for prop in schema.SPAN})
"""Properties that stand elsewhere, or in words of their own."""


def on_paper(shown: Shown) -> None:
    """What is known of it, then a line for each link; internal, so nothing is withheld."""
    head = shown.thing or shown.link
    assert head is not None  # noqa: S101 - one of the two
    if shown.link:
        begin, end = (neighbour.thing.name for neighbour in shown.around)
        title = f"{begin} {words.link(shown.link.type, shown.link.properties)} {end}"
    else:
        title = f"{shown.thing.label} {shown.thing.name}" if shown.thing else ""
    click.echo(f"{plain(title)}  {head.id}  (internal)")
    if shown.subject:
        click.echo(f"  about: {plain(shown.subject)}")
    _properties(shown)
    click.echo(f"  {_evidence(shown, head.id)}")
    if shown.thing:
        _links(shown)


def _properties(shown: Shown) -> None:
    head = shown.thing or shown.link
    assert head is not None  # noqa: S101 - as above
    kind = shown.thing.label if shown.thing else shown.link.type if shown.link else ""
    for prop, value in sorted(head.properties.items()):
        if prop in UNSHOWN or value in ("", None, False, ()):
            continue
        click.echo(f"  {words.name(kind, prop)}: {plain(words.value(value, many='; ') + words.also(shown.others.get(prop, ())))}")
    if when := words.briefly(head.properties):
        click.echo(f"  when: {when}{plain(words.also(shown.others.get('span', ())))}")
    for name, dates in words.line_by_line(head.properties):
        click.echo(f"    {name}: {dates}")
    for prop in sorted(shown.others.keys() - head.properties.keys() - {"span"}):
        click.echo(f"  sources differ on {words.name(kind, prop)}: {plain('; '.join(shown.others[prop]))}")


def _evidence(shown: Shown, id_: str) -> str:
    if shown.thing and shown.thing.label == "Claim":
        return f"`linkage why {id_}` shows its file, its source and what became of it"
    support = shown.support
    origins = words.count(len(support.origins), "independent origin")
    denied = f"\n  {plain(words.certainty.denied(support.denied_by))}" if support.denied_by else ""
    if shown.issues:
        denied += f"\n  {words.count(shown.issues, 'claim')} odd as it stands in its file; `linkage why {id_}` says how"
    return f"rests on {words.count(len(support.claims), 'claim')} of {origins}; `linkage why {id_}` shows them{denied}"


def _links(shown: Shown) -> None:
    table = paper("link", "thing", "when", "dates", "id", fold=True)
    for other in shown.around:
        link = other.link
        dated = words.briefly(link.properties)
        sure = words.certainty.of_span(link.properties) if dated else ""
        what = words.link(link.type, link.properties, back=not other.outward)
        denied = words.certainty.denied(other.denied_by) if link.properties.get("disputed") else ""
        table.row(what, other.thing.name, dated, ", ".join(filter(None, (sure, denied))), link.id)
    if shown.around:
        table.print()
    else:
        click.echo("  nothing is linked to it")
    if not shown.complete:
        click.echo(f"  the first {len(shown.around):,} links; there are more")


def as_json(shown: Shown) -> None:
    """With all properties."""
    whole = {"thing": shown.thing, "link": shown.link, "support": asdict(shown.support), "complete": shown.complete}
    around = [
        {"link": neighbour.link, "thing": neighbour.thing, "outward": neighbour.outward, "denied_by": neighbour.denied_by}
        for neighbour in shown.around
    ]
    click.echo(
        json_text({name: as_data(value, whole=True) for name, value in whole.items()} | {"around": as_data(around, whole=True)})
    )

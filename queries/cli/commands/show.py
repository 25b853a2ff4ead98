"""`linkage show`: one thing and what is linked to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.case import opened, progress

if TYPE_CHECKING:
    from queries.desk.show import Shown


@click.command(short_help="One thing, with everything linked to it.")
@click.argument("thing", metavar="NAME|ID")
@click.option("--identity", is_flag=True, help="Instead: the rows joined in it, by whose word, and what it was not joined with.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, thing: str, identity: bool, as_json: bool) -> None:
    """Show a person, unit, station … by name or id, or a link by its id.

    \b
    linkage show "7 Division"
    linkage show "7 Division" --identity
    """
    if identity:
        _identity(ctx, thing, as_json)
        return
    from queries.cli import words
    from queries.cli.paper import paper, plain
    from queries.desk.show import show

    with opened(ctx) as case, progress() as tell:
        shown = show(case, thing, progress=tell)
    if as_json:
        _as_json(shown)
        return
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


def _identity(ctx: click.Context, thing: str, as_json: bool) -> None:
    from queries.cli.output import identity
    from queries.desk.identity import identify

    with opened(ctx) as case, progress() as tell:
        found = identify(case, thing, progress=tell)
    (identity.as_json if as_json else identity.on_paper)(found)


def _as_json(shown: Shown) -> None:
    from queries.cli.output.query import as_data
    from queries.cli.paper import json_text

    found = {"thing": shown.thing, "link": shown.link, "complete": shown.complete}
    around = [{"link": one.link, "thing": one.thing, "outward": one.outward} for one in shown.around]
    click.echo(
        json_text({name: as_data(value, whole=True) for name, value in found.items()} | {"around": as_data(around, whole=True)})
    )

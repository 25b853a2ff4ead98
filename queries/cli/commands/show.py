"""`linkage show`: one thing and what is linked to it."""

from __future__ import annotations

import click

from queries.cli.opened import opened, progress


@click.command(short_help="One thing, with everything linked to it.")
@click.argument("thing", metavar="NAME|ID")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, thing: str, as_json: bool) -> None:
    """Show a person, unit, station … by name or id, or a link by its id.

    \b
    linkage show "7 Division"
    """
    from queries.cli import words
    from queries.cli.paper import paper, plain
    from queries.desk.looking import show

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
    click.echo(f"  rests on {len(head.properties.get('claims', ()))} claims; `linkage why {head.id}` shows them")  # type: ignore[arg-type]
    if shown.thing:
        table = paper("link", "", "thing", "when", "id")
        for other in shown.around:
            extra = other.link.properties.get("function") or other.link.properties.get("relation") or ""
            arrow = "→" if other.outward else "←"
            table.row(
                f"{other.link.type} {extra}".strip(), arrow, other.thing.name, words.span(other.link.properties), other.link.id
            )
        table.print()
        if not shown.complete:
            click.echo(f"  the first {len(shown.around):,} links; there are more")


def _as_json(shown: object) -> None:
    import json
    from dataclasses import asdict
    from datetime import datetime

    def as_text(value: object) -> str:
        return value.isoformat() if isinstance(value, datetime) else str(value)

    click.echo(json.dumps(asdict(shown), ensure_ascii=False, indent=1, default=as_text))  # type: ignore[call-overload]

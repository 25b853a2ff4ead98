"""The report of `linkage resolve`: what was joined and by which rule, what waits, what contradicts itself. Ids, no names."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import json_text, paper

if TYPE_CHECKING:
    from queries.desk.resolve import Resolved


SHOWN = 20
"""How many alerts are printed."""


def as_json(resolved: Resolved, *, dry_run: bool) -> None:
    """The report, whole."""
    whole = {
        "dry_run": dry_run,
        "since": resolved.since,
        "things": resolved.things,
        "merged": [
            {
                "label": merge.label,
                "rule": merge.edge.rule,
                "bits": merge.edge.bits,
                "members": [merge.edge.one, merge.edge.other],
            }
            for merge in resolved.merges
        ],
        "review": [{"label": group.label, "things": list(group.things), "why": group.why} for group in resolved.groups],
        "conflicts": [
            {"label": conflict.label, "thing": conflict.thing, "rule": conflict.edge.rule} for conflict in resolved.conflicts
        ],
        "refused": [
            {"members": list(refusal.decided.members), "rule": refusal.decided.rule, "by": refusal.by}
            for refusal in resolved.refused
        ],
    }
    click.echo(json_text(whole))


def in_a_line(resolved: Resolved) -> None:
    """What was joined and what waits, as the demo tells it."""
    joined = Counter(merge.label for merge in resolved.merges)
    joins = ", ".join(count(number, f"{label.lower()}") for label, number in sorted(joined.items())) or "nothing"
    click.echo(f"  Joined by rules, which `linkage show ID --identity` names: {joins}.")
    click.echo(
        f"  Waiting for a person: {count(len(resolved.groups), 'group')} of things that may be one; `linkage review` asks."
    )


def on_paper(resolved: Resolved, *, dry_run: bool) -> None:
    """The report for a person."""
    things = ", ".join(f"{label} {number:,}" for label, number in resolved.things.items())
    since = "everything" if resolved.since is None else f"what came after entry {resolved.since}"
    click.echo(f"compared {since}: {things}")
    if resolved.merges:
        table = paper("of", "rule", "joined", title="Would be joined" if dry_run else "Joined by rules")
        for (label, rule), number in sorted(Counter((merge.label, merge.edge.rule) for merge in resolved.merges).items()):
            table.row(label, rule, f"{number:,}")
        table.print()
    else:
        click.echo("  nothing is joined: no rule finds two that are the same")
    if resolved.refused:
        click.echo(f"  {count(len(resolved.refused), 'join')} not made: a decision stands against it")
    if resolved.groups:
        table = paper("of", "groups", "things", "why", title="May be one: waits for a person")
        by_reason: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for group in resolved.groups:
            by_reason[group.label, _reason(group.why)].append(len(group.things))
        for (label, why), sizes in sorted(by_reason.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
            table.row(label, f"{len(sizes):,}", f"{sum(sizes):,}", why)
        table.print()
    if resolved.conflicts:
        table = paper("of", "thing", "rule", title="Joined earlier, in doubt now")
        for conflict in resolved.conflicts[:SHOWN]:
            table.row(conflict.label, conflict.thing, conflict.edge.rule)
        table.print()
        if len(resolved.conflicts) > SHOWN:
            click.echo(f"  … and {len(resolved.conflicts) - SHOWN:,} more (--json lists them)")
        click.echo("  nothing was taken apart: `linkage show ID --identity` shows what was joined, and")
        click.echo("  `linkage judge --retract ENTRY` takes it apart")
    if dry_run:
        click.echo("\nnothing was changed; `linkage resolve` does it")
    elif resolved.groups:
        click.echo(f"\nnext: `linkage review` asks about {count(len(resolved.groups), 'group')}, strongest first")
    else:
        click.echo("\nnothing waits for a person")


def _reason(why: str) -> str:
    """The first reason why no rule decides, without the words of the case that it is about."""
    return why.split(";", 1)[0].split(":", 1)[0]

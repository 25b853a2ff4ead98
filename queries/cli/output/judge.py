"""One decision that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import json_text, plain

if TYPE_CHECKING:
    from queries.desk.judge import Judged


def on_paper(judged: Judged) -> None:
    """The entry, and the things it is about as they are now."""
    entry = judged.entry
    what = entry.body["decision"] + (f" of entry {entry.body['retracts']}" if "retracts" in entry.body else "")
    click.echo(f"entry {entry.sequence}: {what}, by {plain(entry.who)}")
    for thing, mentions in judged.things.items():
        click.echo(f"  {thing}: {count(mentions, 'mention')}; `linkage show {thing} --identity` shows them")


def as_json(judged: Judged) -> None:
    """The entry with all it holds."""
    entry = judged.entry
    whole = {"sequence": entry.sequence, "at": entry.at, "who": entry.who, **entry.body, "things": judged.things}
    click.echo(json_text(whole))

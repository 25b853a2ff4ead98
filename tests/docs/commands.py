"""The page on the commands: what each takes comes from the command itself, each example is run in the demo's case.

uv run python -m tests.docs.commands     writes `.github/docs/commands.md` anew
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from queries.cli import commands, linkage
from queries.cli.options import SavedQueries, bounds
from tests.docs.blocks import renewed
from tests.docs.republic import PAGES

PAGE = PAGES / "commands.md"
CONTEXT = click.Context(linkage, info_name="linkage")
COMMANDS = linkage.list_commands(CONTEXT)


def command(page: str, given: list[str]) -> str:
    """What a command does, how it is called, and its options: what `linkage NAME --help` says. `given`: its name; of a command
    within it, both names.
    """
    found = of(given[0])
    context = click.Context(found, CONTEXT, info_name=given[0])
    for name in given[1:]:
        within = found.get_command(context, name) if isinstance(found, click.Group) else None
        assert within is not None, given
        found, context = within, click.Context(within, context, info_name=name)
    usage = " ".join(["linkage", *given, *found.collect_usage_pieces(context)])
    return "\n".join([f"`{usage}`", "", *_text(found.help), *_options(_own(found))])


def work(page: str, given: list[str]) -> str:
    """What is to be done, and by which commands, each a link to its part."""
    others = tuple(name for name in COMMANDS if name not in commands.ORDER)
    rows = [(work, names) for work, names in (*commands.WORK.items(), ("more", others)) if names]
    linked = [f"| {work} | {', '.join(f'[{name}](#{name})' for name in names)} |" for work, names in rows]
    return "\n".join(["| to do | commands |", "|---|---|", *linked])


def options(page: str, given: list[str]) -> str:
    """What every saved query can be asked with."""
    return "\n".join(_options(bounds()))


def of(name: str) -> click.Command:
    """The command of this name."""
    found = linkage.get_command(CONTEXT, name)
    assert found is not None, name
    return found


def _text(said: str | None) -> Iterator[str]:
    """Its help without the examples."""
    for paragraph in (said or "").split("\n\n"):
        if not paragraph.strip(" \n").startswith("\b"):
            yield " ".join(paragraph.split())
            yield ""


def _own(found: click.Command) -> list[click.Option]:
    """Its options, and those it adds to each saved query."""
    own = [option for option in found.params if isinstance(option, click.Option)]
    more = found._more if isinstance(found, SavedQueries) else []
    known = {option.name for option in own}
    return own + [option for option in more if option.name not in known]


def _options(all_options: list[click.Option]) -> list[str]:
    rows = ["| option | meaning |", "|---|---|"]
    for option in all_options:
        name, means = click.Option.get_help_record(option, CONTEXT) or ("", "")  # of `--as` without the formats of today
        rows.append(f"| `{name.replace('|', ' or ')}` | {re.sub(' +', ' ', means).replace('|', ' or ')} |")
    return rows if len(rows) > 2 else []


MAKERS = {"command": command, "options": options, "work": work}

if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), MAKERS), "utf-8")

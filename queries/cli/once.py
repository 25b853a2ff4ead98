"""An option says one thing: given twice, it is refused instead of the last one being taken in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click


class Once(click.Group):
    """A group that refuses an option given twice, its own or of the command it leads to, unless it is made to be repeated."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Its own options."""
        _refuse_repeated(self, ctx, args)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The options of the command. A group among the commands looks after its own."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and not isinstance(command, click.Group) and not ctx.resilient_parsing:
            _refuse_repeated(command, command.context_class(command, parent=ctx, info_name=name), rest)
        return name, command, rest


def _refuse_repeated(command: click.Command, ctx: click.Context, args: Iterable[str]) -> None:
    """UsageError names the option. A flag says the same however often it is given."""
    with ctx.scope(cleanup=False):
        _, _, given = command.make_parser(ctx).parse_args(list(args))
    for option, times in Counter(map(id, given)).items():
        repeated = next(one for one in given if id(one) == option)
        if times > 1 and isinstance(repeated, click.Option) and not (repeated.multiple or repeated.is_flag or repeated.count):
            raise click.UsageError(f"{repeated.opts[0]} is given {times} times, and takes one value", ctx)

"""Saved queries as commands: their options are built from their headers, there is nothing else to write.

A question kept in the case is a command too: what it keeps stands where nothing else is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from queries.cli.case import maybe_case, opened, progress
from queries.cli.once import Once

if TYPE_CHECKING:
    from datetime import date

    from graph.answer import Answer
    from graph.kept.case import Case
    from queries.kept import Kept
    from queries.parameters import Parameter
    from queries.saved import SavedQuery

ANY = "any"


class Day(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A day, read as the days of saved queries are."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. BadParameter says what is wrong with it."""
        from queries.parameters import WANTED, NoSuchDay, day

        try:
            return day(value)
        except NoSuchDay as error:
            self.fail(f"{error}; {WANTED['day']}", param, ctx)
        except ValueError:
            self.fail(WANTED["day"], param, ctx)


class SavedQueries(Once):
    """A group whose commands are the saved queries. `more` are options of every one of them; `then` gets the answer.

    `apart`: pairs of these options of which one would do nothing beside the other, and is refused before anything is asked.
    """

    def __init__(
        self,
        *args: Any,
        more: list[click.Option],
        then: Callable[[Case, Answer, dict[str, Any]], None],
        apart: tuple[tuple[str, str], ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._more, self._then, self._apart = more, then, apart

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every query, the library's and the case's own, and every question kept."""
        from queries.desk.query import catalogue

        with maybe_case(ctx) as case:
            known = catalogue(case)
            return sorted([*known.names, *known.kept])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The query, as a command."""
        from queries.desk.query import catalogue

        with maybe_case(ctx) as case:
            known = catalogue(case)
            kept = known.question(cmd_name)
            saved = known.get(kept.query if kept else cmd_name)
        return _command(saved, kept, self._more, self._then, self._apart)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names with their titles."""
        from queries.desk.query import catalogue

        with maybe_case(ctx) as case:
            queries, _ = catalogue(case).read()
        with formatter.section("Queries"):
            formatter.write_dl([(query.name, query.title) for query in queries])


def _command(
    saved: SavedQuery,
    kept: Kept | None,
    more: list[click.Option],
    then: Callable[[Case, Answer, dict[str, Any]], None],
    apart: tuple[tuple[str, str], ...],
) -> click.Command:
    wanted = {option for parameter in saved.parameters for option in parameter.options}

    @click.pass_context
    def callback(ctx: click.Context, /, **given: Any) -> None:
        from queries.desk.query import ask

        _refuse_together(more, given, apart)
        parameters = {name: value for name, value in given.items() if name in wanted and value not in (None, ())}
        rest = {name: value for name, value in given.items() if name not in wanted}
        if kept is not None:
            parameters = {**kept.parameters, **parameters}
            rest = {**rest, **_as_kept(ctx, kept)}
            if kept.hash != saved.hash:
                from queries.cli.output.query import changed_on_paper

                changed_on_paper(saved)
        within = rest["within"]
        with opened(ctx) as case:
            with progress() as report:
                answer = ask(
                    case,
                    saved.name,
                    {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()},
                    certainty=rest["certainty"],
                    within=None if within == ANY else _days(within),
                    limit=rest["limit"],
                    seconds=rest["seconds"],
                    evidence=_shows_evidence(rest),
                    progress=report,
                )
            then(case, answer, rest)

    options = [option for parameter in saved.parameters for option in _options(parameter)]
    return click.Command(
        saved.name,
        params=[*options, *bounds(), *more],
        callback=callback,
        short_help=f"{saved.name}, with what was kept" if kept else saved.title,
        help=f"{saved.question}\n\n{saved.caveat}" + (f"\n\nA question kept in the case, of {saved.name}." if kept else ""),
        epilog=_meanings(saved),
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _refuse_together(more: list[click.Option], given: dict[str, Any], apart: tuple[tuple[str, str], ...]) -> None:
    """UsageError names two options of which one would do nothing."""
    used = {option.opts[0] for option in more if given.get(str(option.name)) not in (None, False)}
    for one, other in apart:
        if {one, other} <= used:
            raise click.UsageError(f"{one} and {other}: give one of them")


def _shows_evidence(rest: dict[str, Any]) -> bool:
    """Whether what is printed or written names claims: all but a table does."""
    plain = {"as_json", "as_csv", "explain", "why"}
    return not plain <= rest.keys() or any(rest[name] for name in plain)


def _meanings(saved: SavedQuery) -> str:
    """What each column says, a line each, as `--help` ends."""
    from graph.words import cells
    from queries.support import DENIED_BY

    shown = (*saved.columns, DENIED_BY)
    lines = [f"  {column.name:14}  {column.means}" for column in shown if column.means]
    ends = cells.ends({column.name: column.type for column in shown})
    lines += [f"  {name}{cells.INCLUSIVE}  {cells.BESIDE_END.format(name=name)}" for name in ends]
    return "\n".join(["\b", "What the columns say:", *lines])


def _as_kept(ctx: click.Context, kept: Kept) -> dict[str, Any]:
    """How the kept question narrows its answer, where the command line does not say."""
    narrowed = {"certainty": kept.certainty, "within": ANY if kept.within is None else str(kept.within), "limit": kept.limit}
    return {name: value for name, value in narrowed.items() if ctx.get_parameter_source(name) is ParameterSource.DEFAULT}


def bounds() -> list[click.Option]:
    """Options that every query has."""
    return [
        click.Option(
            ["--certainty"],
            type=click.Choice(["certain", "assumed", "possible"]),
            default="possible",
            show_default=True,
            help="Only rows at least this certain.",
        ),
        click.Option(
            ["--within"],
            default="365",
            show_default=True,
            metavar="DAYS",
            help="Leave out rows that are only possible and lie further than this from any citation; any: leave out none.",
        ),
        click.Option(["--limit"], type=click.IntRange(min=1), metavar="ROWS", help="Show at most so many rows."),
        click.Option(
            ["--seconds"],
            type=click.IntRange(1, 86_400),
            default=30,
            show_default=True,
            metavar="SECONDS",
            help="Stop the query after so many seconds.",
        ),
    ]


def _options(parameter: Parameter) -> list[click.Option]:
    hint = "" if parameter.required else f"  [default: {parameter.default}]" if parameter.default not in (None, "") else ""
    options = []
    for name in parameter.options:
        metavar = {"id": (parameter.of or "").upper() or "ID", "ids": (parameter.of or "").upper(), "day": "DAY", "period": "DAY"}
        options.append(
            click.Option(
                [f"--{name}", name],
                multiple=parameter.type == "ids",
                metavar=metavar.get(parameter.type, parameter.type.upper()),
                type=click.Choice(parameter.choices) if parameter.choices else str,
                help=f"{parameter.help}{hint}",
            )
        )
    return options


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise click.BadParameter("a number of days, or any", param_hint="--within")
    return int(text)

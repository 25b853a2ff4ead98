"""An option is given once. What says the same twice, or is made to be repeated, may be."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from queries.cli import linkage
from tests.cli.program import inside

CONTEXT = click.Context(linkage, info_name="linkage")


@pytest.mark.parametrize("name", linkage.list_commands(CONTEXT))
def test_no_command_takes_the_last_of_two(name: str) -> None:
    command = linkage.get_command(CONTEXT, name)
    assert command is not None
    for option in command.params:
        if isinstance(option, click.Option) and not (option.multiple or option.is_flag):
            ran = inside(name, option.opts[0], "1", f"{option.opts[0]}=2")
            assert ran.code == 2 and f"{option.opts[0]} is given 2 times" in ran.err and ran.err.count("\n") == 1


def test_a_flag_twice_says_the_same(shared_case: Path) -> None:
    assert inside("status", "--json", "--json", case=shared_case).code == 0


def test_what_is_made_to_be_repeated_is_repeated(tmp_path: Path) -> None:
    ran = inside("init", tmp_path / "case", "--zone", "Europe/Lisbon", "--language", "pt", "--language", "en")
    assert ran.code == 0 and 'languages = ["pt", "en"]' in (tmp_path / "case" / "case.toml").read_text("utf-8")


def test_what_stands_after_two_dashes_is_no_option(shared_case: Path) -> None:
    assert "nothing in the case has this name" in inside("show", "--", "--label zz --label qq", case=shared_case).err

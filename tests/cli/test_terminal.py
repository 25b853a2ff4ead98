"""What is shown where somebody looks, what is written where a program reads, and that no name can play with either."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from queries.cli.paper import plain
from tests.cli import republic
from tests.cli.program import inside, outside
from tests.cli.terminal import on_terminal

ORDERS = re.compile(r"\r*\x1b\[[0-9;?]*[A-Za-z]\r*")
"""What the table and the progress bar send a terminal by themselves."""

HOSTILE = {
    "a colour": "Red \x1b[31mKorosz",
    "a window title": "Bell \x1b]0;owned\x07 Korosz",
    "an eight-bit order": "Eight \x9b31mKorosz",
    "a turned name": "Turned \u202ezsoroK\u202c",
    "an isolate": "Isolate \u2066Korosz\u2069",
    "a line feed": "Line\nlinkage: all is well",
    "a carriage return": "Return\rlinkage: all is well",
    "a line separator": "Separator\u2028linkage: all is well",
    "a hidden space": "Hid\u200bden\ufeff Korosz",
    "tags": "Tag\U000e0041\U000e0042ged",
    "a tab": "Tab\tKorosz",
    "markup": "[bold red]Markup[/] [/nothing]",
}
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
SCRIPTS = ("Илване Корош", "إلفان كوروش", "イルヴァネ", "어느 사람", "ਕੋਈ ਨਾਮ", "Ἰλβάνη", "Kőrösz Ilváné", "می‌خواهم", "Orrin 👤")


@pytest.fixture(scope="module")
def hostile(made: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of persons whose names would like to be obeyed, all held in one place."""
    folder = tmp_path_factory.mktemp("hostile")
    case = made("hostile")
    people = [*HOSTILE.values(), *SCRIPTS]
    rest = ("Dom Kastel", "3 May 1987", "9 June 1987", "4th", "", "", "")
    lines = [json.dumps(dict(zip(republic.CUSTODY_HEADER, (name, *rest), strict=True))) for name in people]
    (folder / "lists.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    ran = inside("load", folder / "lists.jsonl", "--mapping", folder / "custody.toml", "--json", case=case)
    assert ran.code == 0, ran.err
    (report,) = json.loads(ran.out)
    assert report["mentions"]["HELD_AT"] + len(report["rejects"]) == len(people)
    return case


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "Dom Kastel"),
        ("show", "Dom Kastel", "--json"),
        ("why", "Dom Kastel"),
        ("query", "colocation/co_detained", "--station", "Dom Kastel", "--within", "any"),
        ("query", "colocation/co_detained", "--station", "Dom Kastel", "--within", "any", "--explain"),
        ("query", "colocation/co_detained", "--station", "Dom Kastel", "--within", "any", "--json"),
        ("show", "korosz"),
    ],
)
def test_a_name_is_shown_and_not_obeyed(arguments: tuple[str, ...], hostile: Path) -> None:
    for said in (inside(*arguments, case=hostile), on_terminal(*arguments, case=hostile)):
        text = said[1] if isinstance(said, tuple) else said.out + said.err
        assert not OBEYED.search(ORDERS.sub("", text)) and "[31m" not in "".join(ORDERS.findall(text))
        assert not re.search(r"^linkage: all is well", text, re.MULTILINE)


@pytest.mark.parametrize("kind", HOSTILE)
def test_why_shows_every_name_harmlessly(kind: str, hostile: Path) -> None:
    name = HOSTILE[kind]
    found = inside("show", "Dom Kastel", "--json", case=hostile)
    ids = {one["thing"]["name"]: one["thing"]["id"] for one in json.loads(found.out)["around"]}
    if name not in ids:  # the reader refused the record: that is reported, see above
        return
    for command in ("show", "why"):
        ran = inside(command, ids[name], case=hostile)
        assert ran.code == 0 and plain(name) in ran.out and not OBEYED.search(ran.out)


@pytest.mark.parametrize("name", SCRIPTS)
def test_names_of_any_script_come_out_as_they_went_in(name: str, hostile: Path) -> None:
    for shown in (inside("show", name, case=hostile).out, on_terminal("show", name, case=hostile)[1]):
        assert f"Person {name}" in shown
    foreign = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    assert f"Person {name}" in outside("show", name, case=hostile, env=foreign).out


def test_a_file_name_is_not_obeyed_either(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "ro\x1b[31m[bold]st\ner.tsv"
    path.write_text(republic.roster(12), "utf-8")
    code, shown = on_terminal("load", path, case=fresh)
    assert code == 0, shown
    assert "[31m" not in "".join(ORDERS.findall(shown)) and "[bold]st" in shown


def test_a_load_is_quiet_in_a_pipe_and_shows_progress_on_a_terminal(fresh: Path, tmp_path: Path) -> None:
    path = tmp_path / "roster.tsv"
    path.write_text(republic.roster(300), "utf-8")
    piped = outside("load", path, "--dry-run", case=fresh)
    assert (piped.code, piped.err) == (0, "") and "\x1b" not in piped.out and "reading rows" not in piped.out
    code, shown = on_terminal("load", path, case=fresh)
    assert code == 0 and "reading rows" in shown and "load 1" in shown
    left = ORDERS.sub("", shown.rsplit("\x1b[2K", 1)[-1])
    assert left.lstrip().startswith("roster.tsv: load 1"), left  # the bar was wiped away


def test_a_table_drops_nothing_in_a_narrow_window(shared_case: Path) -> None:
    asked = ("query", "command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any")
    rows = json.loads(inside(*asked, "--json", case=shared_case).out)
    for columns in (40, 60, 80, 120, 200):
        code, shown = on_terminal(*asked, case=shared_case, columns=columns)
        words = " ".join(ORDERS.sub("", shown).split())
        assert code == 0 and all(row["unit"]["name"].split()[0] in words for row in rows)
        assert words.count("certain") + words.count("possible") >= len(rows)


@pytest.mark.parametrize("columns", [60, 70])
def test_the_window_says_how_wide_it_is_not_what_the_tests_were_started_with(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, shown = on_terminal("load", "--help", columns=columns)
    assert code == 0 and columns - 10 < max(map(len, shown.splitlines())) <= columns


def test_an_answer_is_headed_by_names(shared_case: Path) -> None:
    ran = inside("query", "command/chain_up", "--unit", "9 watch company", "--on", "1983-01-01", case=shared_case)
    assert re.search(r"unit 9 Watch Company \(u-[a-z2-7]{16}\), on 1983-01-01", ran.out)
    assert "at any time" in inside("query", "command/chain_up", "--unit", "9 watch company", case=shared_case).out


def test_the_last_day_is_included_and_said_in_words(shared_case: Path) -> None:
    shown = inside("show", "Ilvane Korosz", case=shared_case).out
    assert "was held at\tDom Kastel\t3 May 1987 – 9 June 1987\tcertain\tl-" in shown
    stay = inside("show", re.findall(r"l-[a-z2-7]{16}", shown)[0], case=shared_case).out
    for line in ("when: 3 May 1987 – 9 June 1987", "surely: 4 May 1987 – 8 June 1987", "possibly: 3 May 1987 – 9 June 1987"):
        assert line in stay
    asked = ("query", "colocation/co_detained", "--station", "Dom Kastel")
    assert "\t1987-05-20\t1987-06-01\t" in inside(*asked, case=shared_case).out
    row = json.loads(inside(*asked, "--json", case=shared_case).out)[0]
    assert (row["until"], row["until_inclusive"]) == ("1987-06-02T00:00:00", "1987-06-01")
    in_csv = next(csv.DictReader(inside(*asked, "--csv", case=shared_case).out.splitlines()))
    assert (in_csv["until"], in_csv["until_inclusive"]) == ("1987-06-02T00:00:00", "1987-06-01")

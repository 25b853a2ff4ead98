"""What a reader gets: hours as sources have them, links as sentences, what else sources say, things named like ids."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import republic
from tests.cli.program import inside

MAPPING = republic.CUSTODY.replace("[thing.place]", 'born = "born"\n\n[thing.place]', 1)
HEADER = (*republic.CUSTODY_HEADER, "born")
REST = ("4th Watch Company", "Bero Tashkal", "in command", "1 May 1987")
ID_LIKE = "l-aaaaaaaaaaaaaaaa"
ROWS = (
    ("Ilvane Korosz", "Dom Kastel", "3 May 1987 22:00", "9 June 1987 07:00", *REST, "1950"),
    ("Ilvane Korosz", "Harbour Depot", "9 June 1987", "15 June 1987", *REST, "1975"),
    ("l-Company's clerk", "Dom Kastel", "1 June 1987", "9 June 1987", *REST, "1960"),
    ("c-4", "Dom Kastel", "1 June 1987", "9 June 1987", *REST, "1961"),
    (ID_LIKE, "Dom Kastel", "1 June 1987", "9 June 1987", *REST, "1962"),
    ("=1+1", "Dom Kastel", "1 June 1987", "9 June 1987", *REST, "1963"),
)


@pytest.fixture(scope="module")
def case(made: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readable")
    (folder / "custody.csv").write_text(republic.table(HEADER, ROWS), "utf-8")
    (folder / "custody.toml").write_text(MAPPING, "utf-8")
    case = made("readable")
    ran = inside("load", folder / "custody.csv", "--mapping", folder / "custody.toml", case=case)
    assert ran.code == 0, ran.err
    return case


@pytest.fixture(scope="module")
def stay(case: Path) -> str:
    """The link of the stay that has hours."""
    shown = inside("show", "Ilvane Korosz", case=case).out
    (found,) = re.findall(r"Dom Kastel\t3 May 1987 22:00 – 9 June 1987 07:00\tcertain\t(l-[a-z2-7]{16})", shown)
    return str(found)


def test_an_hour_is_shown_as_the_source_has_it_everywhere(case: Path, stay: str) -> None:
    assert "when: 3 May 1987 22:00 – 9 June 1987 07:00" in inside("show", stay, case=case).out
    assert "says 3 May 1987 22:00 – 9 June 1987 07:00" in inside("why", stay, case=case).out
    asked = ("query", "colocation/custody_chain", "--victim", "Ilvane Korosz")
    assert "\t1987-05-03 22:00\t1987-06-09 07:00\t" in inside(*asked, case=case).out
    row = json.loads(inside(*asked, "--json", case=case).out)[0]
    assert (row["until"], row["until_inclusive"]) == ("1987-06-09T07:01:00", "1987-06-09T07:00")


def test_the_end_of_the_question_reads_as_it_was_typed(case: Path) -> None:
    night = ("--from", "1987-06-02T20:00", "--to", "1987-06-03T08:00")
    shown = inside("query", "colocation/co_detained", "--station", "Dom Kastel", *night, case=case).out
    assert "from 1987-06-02 20:00, to 1987-06-03 08:00" in shown
    assert "\t1987-06-02 20:00\t1987-06-03 08:00\t" in shown


def test_a_link_is_shown_as_a_sentence(case: Path, stay: str) -> None:
    for command in ("show", "why"):
        assert inside(command, stay, case=case).out.startswith(f"Ilvane Korosz was held at Dom Kastel  {stay}  (internal)\n")


def test_where_sources_differ_the_other_value_and_its_claim_are_shown(case: Path) -> None:
    shown = inside("show", "Ilvane Korosz", case=case).out
    assert re.search(r"  born: (1950 \(also 1975: c-[a-z2-7]{16}\)|1975 \(also 1950: c-[a-z2-7]{16}\))\n", shown), shown


@pytest.mark.parametrize("name", ["l-Company's clerk", "c-4", ID_LIKE])
def test_a_thing_whose_name_looks_like_an_id_is_shown_and_explained(name: str, case: Path, tmp_path: Path) -> None:
    assert f"Person {name}  p-" in inside("show", name, case=case).out
    assert inside("why", name, case=case).out.startswith(f"Person {name}  p-")
    ran = inside("page", "--thing", name, "--profile", "internal", "--out", tmp_path / "page.html", case=case)
    assert ran.code == 0, ran.err


def test_a_claim_is_shown_with_what_it_is_about_and_explained(case: Path, stay: str) -> None:
    claim = json.loads(inside("why", stay, "--json", case=case).out)["claims"][0]["id"]
    shown = inside("show", claim, case=case).out
    assert "about: Ilvane Korosz was held at Dom Kastel" in shown and "relies on\tCustody lists of Tarvonia" in shown
    assert inside("why", claim, case=case).out.count("says ") == 1


def test_a_page_of_a_link_holds_the_link_and_both_its_ends(case: Path, stay: str, tmp_path: Path) -> None:
    ran = inside("page", "--thing", stay, "--profile", "internal", "--out", tmp_path / "link.html", case=case)
    assert ran.code == 0, ran.err
    page = (tmp_path / "link.html").read_text("utf-8")
    assert 'Picture of 2 nodes and 1 link"' in page and "3 May 1987 22:00 – 9 June 1987 07:00" in page and stay in page


def test_a_page_of_a_thing_reads_every_link_the_way_it_runs(case: Path, tmp_path: Path) -> None:
    ran = inside("page", "--thing", "Dom Kastel", "--profile", "internal", "--out", tmp_path / "place.html", case=case)
    assert ran.code == 0, ran.err
    rows = re.findall(r"<tr>(.*?)</tr>", (tmp_path / "place.html").read_text("utf-8").replace("\n", ""))
    cells = [[re.sub("<[^>]*>", "", cell).strip() for cell in re.findall(r"<td>(.*?)</td>", row)] for row in rows]
    assert ["Ilvane Korosz", "was held at", "Dom Kastel"] in [line[1:4] for line in cells]
    assert not [line for line in cells if line[1:3] == ["Dom Kastel", "was held at"]]


def test_an_id_of_nothing_is_refused_in_one_line(case: Path, tmp_path: Path) -> None:
    for command in (("show",), ("why",), ("page", "--profile", "internal", "--out", tmp_path / "page.html", "--thing")):
        for prefix, what in (("l", "no link"), ("c", "no claim"), ("u", "nothing")):
            ran = inside(*command, f"{prefix}-{'b' * 16}", case=case)
            assert ran.code == 2 and what in ran.err and ran.err.count("\n") == 1


def test_no_cell_of_a_csv_computes_and_json_has_the_text_as_it_is(case: Path) -> None:
    asked = ("query", "colocation/co_detained", "--station", "Dom Kastel")
    cells = [cell for line in csv.reader(inside(*asked, "--csv", case=case).out.splitlines()) for cell in line]
    assert "'=1+1" in cells and not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert '"=1+1"' in inside(*asked, "--json", case=case).out

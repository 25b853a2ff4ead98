"""What a thing, a link, a row rests on: who had the source in hand, who denies it, how many origins, which time is sure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import tannery
from tests.cli.program import inside
from tests.cli.tannery import POLICE

CHAIN = ("query", "colocation/custody_chain", "--victim")
TOGETHER = ("query", "colocation/co_detained", "--station", "Tannery")
NIGHT = ("--from", "1987-05-10T20:00", "--to", "1987-05-11T08:00")
ELDER, YOUNGER = "Ilvane Korosz (born 1950)", "Ilvane Korosz (born 1962)"


@pytest.fixture(scope="module")
def case(made: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = made("tannery")
    tannery.loaded(case, tmp_path_factory.mktemp("tannery"))
    return case


def data(*arguments: object, case: Path) -> Any:
    return json.loads(inside(*arguments, "--json", case=case).out)


@pytest.fixture(scope="module")
def stays(case: Path) -> dict[str, str]:
    """The link of each stay, by the year in which its person was born."""
    around = data("show", "Tannery", case=case)["around"]
    return {one["thing"]["properties"]["born"]: one["link"]["id"] for one in around}


def row_of(pair: set[str], case: Path) -> str:
    """The number of the row in which these two were held together that night."""
    lines = [line.split("\t") for line in inside(*TOGETHER, *NIGHT, case=case).out.splitlines() if "\t" in line]
    (number,) = [line[0] for line in lines[1:] if set(line[1:3]) == pair]
    return number


def test_custody_is_who_obtained_the_source_and_the_load_is_another_thing(case: Path, stays: dict[str, str]) -> None:
    for asked in (("why", stays["1950"]), (*TOGETHER, *NIGHT, "--why", row_of({ELDER, YOUNGER}, case))):
        printed = inside(*asked, case=case).out
        assert re.search(
            r"\n    E-1\n"
            r"      obtained from the witness, by Sune Orvald, on 3 February 1990, at the harbour office"
            r" \(entry \d+, loaded by a tester on [\d-]{10} [\d:]{5} UTC\)\n"
            r"      copied, by whom and when is not stated \(entry ",
            printed,
        ), printed
        assert "received by post, by Sune Orvald, on spring 1991 (" in printed
        assert re.search(r"\n    stays\.csv \([0-9a-f]{12}…\): load 1, loaded by a tester on ", printed)


def test_custody_is_in_json_too(case: Path, stays: dict[str, str]) -> None:
    by_source = {claim["source"]["name"]: claim for claim in data("why", stays["1950"], case=case)["claims"]}
    first, second = by_source["E-1"]["custody"]
    assert (first["action"], first["by"]) == ("obtained from the witness", "Sune Orvald")
    assert (first["on"], first["place"]) == ("1990-02-03", "the harbour office")
    assert (second["by"], first["loaded_by"], by_source["E-1"]["loaded_by"]) == (None, "a tester", "a tester")
    assert first["loaded_at"] and first["entry"] > by_source["E-1"]["load"]
    assert data(*TOGETHER, *NIGHT, "--why", "1", case=case)[0].keys() >= {"custody", "loaded_by", "loaded_at"}


@pytest.mark.parametrize("what", ["1950", "1962", "Tannery", "Mirel Adzany"])
def test_show_and_why_count_the_same_claims_and_origins(what: str, case: Path, stays: dict[str, str]) -> None:
    asked = stays.get(what, what)
    shown, reasons = data("show", asked, case=case)["support"], data("why", asked, case=case)
    assert (len(shown["claims"]), len(shown["origins"])) == (len(reasons["claims"]), reasons["origins"])
    count = re.compile(r"(\d+) claims? of (\d+) independent origins?")
    said = [count.search(inside(command, asked, case=case).out) for command in ("show", "why")]
    assert said[0] and said[1] and said[0].groups() == said[1].groups()


def test_who_only_denies_is_no_origin(case: Path, stays: dict[str, str]) -> None:
    assert data("why", stays["1950"], case=case)["origins"] == 1


def test_a_denied_link_is_called_that_wherever_it_is_listed(case: Path, stays: dict[str, str]) -> None:
    denied = f"denied by {POLICE}"
    for asked in (("show", stays["1950"]), ("why", stays["1950"]), (*TOGETHER, *NIGHT, "--explain")):
        assert denied in inside(*asked, case=case).out
    lines = [line.split("\t") for line in inside("show", "Tannery", case=case).out.splitlines() if "\t" in line]
    assert {line[-1]: line[3] for line in lines[1:]}[stays["1950"]] == f"possible, {denied}"
    assert not [line for line in lines if stays["1950"] not in line and "denied" in line[3]]
    assert data("why", stays["1950"], case=case)["denied_by"] == [POLICE]
    around = {one["link"]["id"]: one["denied_by"] for one in data("show", "Tannery", case=case)["around"]}
    assert around == {link: [POLICE] if born == "1950" else [] for born, link in stays.items()}


def test_the_sure_time_stands_apart_from_the_possible(case: Path, stays: dict[str, str]) -> None:
    sure, possible = "31 May 1987 – 1 June 1987", "1 May 1987 – 30 June 1987"
    for command in ("show", "why"):
        printed = inside(command, stays["1960"], case=case).out
        assert f"surely: {sure}\n" not in printed and "surely: no day is sure\n" in printed
        assert f"possibly: {possible}\n" in printed
    asked = (*CHAIN, "Mirel Adzany")
    for option in (("--explain",), ("--why", "1")):
        assert f"surely no day is sure, possibly {possible}" in inside(*asked, *option, case=case).out


def test_an_end_before_its_beginning_is_shown_as_that(case: Path) -> None:
    (around,) = data("show", "Orsolin Vade", case=case)["around"]
    shown = inside("show", around["link"]["id"], case=case).out
    assert "when: unknown – unknown, cited 3 May 1987 and 9 June 1987 07:00\n" in shown
    assert "1 claim odd as it stands in its file" in shown
    reasons = inside("why", around["link"]["id"], case=case).out
    assert "issue: the last date is before the first" in reasons and "from “9 June 1987 07:00”; to “3 May 1987”" in reasons
    assert "odd as it stands" not in inside("show", "Tannery", case=case).out


def test_a_table_says_what_its_dates_are(case: Path) -> None:
    assert "since and until are the earliest and latest possible" in inside(*TOGETHER, *NIGHT, case=case).out
    assert "earliest" not in inside("query", "evidence/exhibits", "--by", "station", case=case).out
    assert "earliest" not in inside("query", "colocation/custody_gaps", case=case).out


def test_the_end_of_the_question_reads_as_it_was_typed_in_files_too(case: Path) -> None:
    row = data(*TOGETHER, *NIGHT, case=case)[0]
    assert (row["until"], row["until_inclusive"]) == ("1987-05-11T08:00:00", "1987-05-11T08:00")
    assert ",1987-05-11T08:00:00,1987-05-11T08:00," in inside(*TOGETHER, *NIGHT, "--csv", case=case).out


def test_namesakes_are_told_apart(case: Path) -> None:
    for other in (ELDER, YOUNGER):
        assert row_of({other, "Mirel Adzany"}, case)
    row = inside(*TOGETHER, *NIGHT, "--why", row_of({ELDER, YOUNGER}, case), case=case).out
    assert ELDER in row and YOUNGER in row


def test_help_explains_the_columns_that_every_answer_has() -> None:
    said = inside("query", "colocation/co_detained", "--help").out
    for column in ("since", "until", "certainty", "weakest", "denied_by", "until_inclusive"):
        assert re.search(rf"^    {column} +\S", said, re.MULTILINE), column

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from graph.answer import Answer, Column, NodeValue
from tests.viz.answers import NOBODY
from tests.viz.page import sample
from viz.page import Details
from viz.page.drawing import Drawing, Item, draw
from viz.page.tables import tables
from viz.release import release


def drawn(answer: Answer, details: Details | None = None, profile: str = "internal") -> Drawing:
    return draw(release(answer, profile, "GBA", key=sample.KEY, protected=NOBODY), details or Details())


def node(drawing: Drawing, name: str) -> Item:
    return next(one for one in drawing.nodes if one["label"] == name)


def between(drawing: Drawing, begin: str, end: str) -> list[Item]:
    ends = node(drawing, begin)["id"], node(drawing, end)["id"]
    return [link for link in drawing.links if (link["from"], link["to"]) == ends]


def test_superiors_stand_above_and_commanders_beside() -> None:
    chart = drawn(sample.chart())
    chain = ("Ministry of Interior", "Internal Troops Command", "7th Special Brigade", "1st Battalion “Ravine”", "Isolator No. 1")
    heights = [node(chart, name)["y"] for name in chain]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(chain)
    unit, commander = node(chart, "7th Special Brigade"), node(chart, "Сергій Коваленко")
    assert commander["y"] == unit["y"]
    assert 100 < commander["x"] - unit["x"] < 300
    assert node(chart, "Hanna Verasen")["y"] > node(chart, "Isolator No. 1")["y"]


@pytest.mark.parametrize("answer", [sample.chart, sample.chain, sample.everything])
def test_no_two_stand_on_one_place(answer: object) -> None:
    places = [(one["x"], one["y"]) for one in drawn(answer()).nodes]  # type: ignore[operator]
    assert min(max(abs(a - c), abs(b - d)) for (a, b), (c, d) in itertools.combinations(places, 2)) > 25


def test_a_line_is_as_sure_as_the_best_row_it_carries() -> None:
    chart = drawn(sample.chain())
    assert between(chart, "1st Battalion “Ravine”", "Isolator No. 1")[0]["certainty"] == "certain"
    assert between(chart, "Pavlo Orlenko", "Department of Guard and Convoy")[0]["certainty"] == "assumed"
    # Its own dates are stated, but from here it is reached over a link that is only possible.
    assert between(chart, "Олена Мельник", "Internal Troops Command")[0]["certainty"] == "possible"


def test_without_graded_rows_a_line_is_as_sure_as_its_own_dates() -> None:
    chart = drawn(sample.chart())
    assert between(chart, "Олена Мельник", "Internal Troops Command")[0]["certainty"] == "certain"
    assert between(chart, "9th Brigade", "Internal Troops Command")[0]["certainty"] == "assumed"
    assert between(chart, "7th Special Brigade", "Unknown superior of the 7th Brigade")[0]["certainty"] == "possible"
    assert between(chart, "Hanna Verasen", "Arrest on 11 August")[0]["certainty"] == "undated"


def test_parallel_lines_stay_two_and_bend_apart() -> None:
    two = between(drawn(sample.chart()), "Ihar Drozd", "1st Battalion “Ravine”")
    assert [link["says"] for link in two] == ["commanded", "was deputy at"]
    assert two[0]["bend"] == -two[1]["bend"] != 0
    assert [link["disputed"] for link in two] == [True, False]


def test_a_line_is_as_wide_as_its_independent_origins() -> None:
    chart = drawn(sample.chart(), sample.details())
    assert between(chart, "Internal Troops Command", "Ministry of Interior")[0]["origins"] == 3


def test_a_disputed_line_names_who_denies_it_in_the_picture_and_in_the_table() -> None:
    chart = drawn(sample.chart())
    two = between(chart, "Ihar Drozd", "1st Battalion “Ravine”")
    assert [link["denied_by"] for link in two] == [sample.DENIER, ""]
    table = tables(release(sample.chart(), "internal", None, key=sample.KEY, protected=NOBODY), chart, {})[2]
    cells = {record.number: [cell.text for cell in record.cells] for record in table.records}
    assert f"possible, denied by {sample.DENIER}" in cells[two[0]["id"]]
    outside = drawn(sample.chart(), profile="prosecutor")
    assert {link["denied_by"] for link in outside.links} == {"", "[withheld]"}


def test_a_denied_link_is_called_that_in_the_rows_and_within_a_path() -> None:
    w = sample.republic()
    w.links[3] = replace(w.links[3], properties={**w.links[3].properties, "disputed": True})
    w.support[w.links[3].id] = replace(w.support[w.links[3].id], denied_by=(sample.DENIER,))
    answer = sample.chart(w)
    rows = tables(release(answer, "internal", None, key=sample.KEY, protected=NOBODY), drawn(answer), {})[0]
    texts = {cell.text for record in rows.records for cell in record.cells}
    assert f"commanded, denied by {sample.DENIER}" in texts
    within = f" → (denied by {sample.DENIER}) → Unknown superior of the 7th Brigade"
    assert [text for text in texts if text.endswith(within)]


def test_what_nobody_could_name_is_hollow_and_the_protected_are_marked() -> None:
    chart = drawn(sample.chart())
    assert node(chart, "Unknown superior of the 7th Brigade")["hollow"]
    assert {one["label"] for one in chart.nodes if one["protected"]} == {
        one.name for one in sample.republic().nodes.values() if one.properties.get("protected")
    }


def test_an_end_outside_the_rows_is_drawn_and_said_to_be() -> None:
    chart = drawn(sample.chain())
    assert node(chart, "station outside the answer")["outside"]
    assert node(drawn(sample.chain(), Details(names={"st-depot": "Convoy depot"})), "Convoy depot")["outside"]


def test_where_sources_differ_the_other_value_is_told() -> None:
    world = sample.republic()
    drozd = world.nodes["drozd"]
    claim = replace(world.claims["c-pe-drozd"], property="born", value="1975")
    answer = sample.everything(world, columns=(Column("who", "node"),), rows=((drozd,),))
    facts = dict(drawn(answer, Details(claims={"c-pe-drozd": claim})).nodes[0]["facts"])
    assert facts["born"] == "1970 (also 1975)"
    assert dict(drawn(answer).nodes[0]["facts"])["born"] == "1970 (sources differ)"


def test_who_is_only_described_is_called_by_the_description() -> None:
    """The graph calls somebody without a name by the id, and words of a search find the description."""
    told = {"id": "pe-masked", "name": "pe-masked", "identified": "described"}
    masked = NodeValue("pe-masked", "Person", {**told, "description": "a masked man in black"})
    nobody = NodeValue("pe-nobody", "Person", {**told, "id": "pe-nobody", "name": "pe-nobody"})
    columns = (Column("who", "node"), Column("beside", "node"))
    answer = sample.everything(sample.republic(), columns=columns, rows=((masked, nobody),))
    assert {one["label"] for one in drawn(answer).nodes} == {"a masked man in black", "person"}


def test_a_name_that_is_withheld_becomes_a_kind_not_an_id() -> None:
    labels = {one["label"] for one in drawn(sample.chart(), profile="prosecutor").nodes if one["kind"] == "Event"}
    assert labels == {"arrest", "beating", "torture", "transfer"}

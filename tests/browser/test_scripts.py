"""Nothing that a case says is ever run: not from a name, a quote, an id, a parameter; not on hover, click or search."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from graph.answer import Answer, Column, NodeValue, RelValue, Support
from tests.browser.conftest import Visit, Visiting
from tests.browser.payloads import PAYLOADS
from tests.promises import Promise
from tests.viz.answers import NOBODY
from tests.viz.page import sample
from viz.page import ClaimDetail, Details, write
from viz.release import release


def hostile(payload: str, number: int) -> tuple[Answer, Details]:
    """Two nodes and a link in which every text that a case may hold is this payload."""
    said = {"id": f"{number}{payload}", "name": payload, "aliases": [payload], "conflicts": [payload]}
    person = NodeValue(f"p{payload}", "Person", {**said, "born": payload, "description": payload, "protected": False})
    unit = NodeValue(f"u{payload}", "Unit", {**said, "kind": payload, "classification": [payload]})
    told = {**said, "post": payload, "function": payload, "rank": payload, payload: payload}
    link = RelValue(f"l{payload}", "POSTED_TO", person.id, unit.id, told)
    other = RelValue(f"m{payload}", payload, person.id, f"gone{payload}", told)
    columns = (
        Column("who", "node"),
        Column("what", "rel"),
        Column("where", "node"),
        Column(payload, "text"),
        Column("far", "rel"),
    )
    answer = sample.chain(
        query=payload,
        title=payload,
        question=payload,
        caveat=payload,
        element=payload,
        query_hash=payload,
        graph_hash=payload,
        parameters={payload: payload, "who": person.id},
        columns=columns,
        rows=((person, link, unit, payload, other),),
        support={
            one.id: Support((f"c{payload}",), (payload,), (payload,), (), (payload,)) for one in (person, unit, link, other)
        },
    )
    claim = ClaimDetail(
        property=payload,
        about=payload,
        origin=payload,
        origin_name=payload,
        value=payload,
        original=f"{payload} ",
        quote=payload,
        locator=payload,
        polarity=payload,
    )
    claim = replace(claim, graded=payload, file=payload, source=payload, origin=payload, basis=payload, held=False)
    return answer, Details(claims={f"c{payload}": claim}, names={f"gone{payload}": payload}, title=payload)


def all_in_one() -> tuple[Answer, Details]:
    """All payloads side by side: rows of all, one after the other."""
    answers, details = zip(*(hostile(payload, number) for number, payload in enumerate(PAYLOADS)), strict=True)
    rows = tuple(row for answer in answers for row in answer.rows)
    joined = " ".join(PAYLOADS)
    claims = {id_: claim for one in details for id_, claim in one.claims.items()}
    parameters = {name: value for answer in answers for name, value in answer.parameters.items()}
    support = {id_: told for answer in answers for id_, told in answer.support.items()}
    texts = dict.fromkeys(("title", "question", "caveat", "query"), joined)
    whole = replace(answers[0], rows=rows, parameters=parameters, support=support, **texts)
    return whole, Details(claims=claims, title=joined)


def poke(visit: Visit) -> None:
    """What a curious person does: searches, chooses, hovers, reads every detail, opens the table, follows its buttons."""
    page = visit.page
    for typed in ("script", "img", "window", "<", "javascript"):
        page.fill("#search", typed)
        page.keyboard.press("Enter")
    page.evaluate("document.querySelectorAll('#chosen .links button').forEach((one) => one.click())")
    box = page.locator("#net").bounding_box()
    assert box
    for at in range(6):
        page.mouse.move(box["x"] + box["width"] * (at + 1) / 7, box["y"] + box["height"] / 2)
        page.mouse.click(box["x"] + box["width"] * (at + 1) / 7, box["y"] + box["height"] / 2)
    page.keyboard.press("t")
    page.evaluate("document.querySelectorAll('#tables button').forEach((one) => one.click())")
    page.wait_for_timeout(50)


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 40


@pytest.mark.trust("a page runs nothing that stands in the data")
def test_none_runs_though_all_stand_in_every_field(tmp_path: Path, visit: Visiting, promise: Promise) -> None:
    answer, details = all_in_one()
    seen = visit(write(release(answer, "internal", None, key=sample.KEY, protected=NOBODY), details, tmp_path / "page.html"))
    poke(seen)
    assert seen.ran == []
    assert seen.clean()
    assert seen.page.locator("#tables td", has_text="onerror").count() > 100
    promise.tried(len(PAYLOADS))


@pytest.mark.trust("a page runs nothing that stands in the data")
@pytest.mark.parametrize("number", range(0, len(PAYLOADS), 7))
def test_none_runs_alone_either(tmp_path: Path, visit: Visiting, number: int) -> None:
    answer, details = hostile(PAYLOADS[number], number)
    seen = visit(write(release(answer, "internal", None, key=sample.KEY, protected=NOBODY), details, tmp_path / "page.html"))
    poke(seen)
    assert seen.ran == []
    assert seen.clean()


@pytest.mark.trust("a page runs nothing that stands in the data")
def test_control_pyvis_itself_runs_many_of_them(tmp_path: Path, visit: Visiting, promise: Promise) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyvis.network import Network  # type: ignore[import-untyped]

    network = Network(directed=True, cdn_resources="in_line", heading=" ".join(PAYLOADS))
    network.add_node(0, label="a")
    path = tmp_path / "stock.html"
    path.write_text(network.generate_html(), "utf-8")
    seen = visit(path, ready="body")
    seen.page.wait_for_timeout(500)
    ran = set(seen.ran)
    for number, payload in enumerate(PAYLOADS):
        # Most end what the others stand in; what did not run in their company gets a page of its own.
        if number not in ran and len(ran) < 20:
            stock = Network(directed=True, heading=payload)
            path.write_text(stock.generate_html(), "utf-8")
            alone = visit(path, ready="body")
            alone.page.wait_for_timeout(50)
            ran |= set(alone.ran)
    assert len(ran) >= 20
    assert any(not url.startswith("file:") for url in seen.requests), "it also calls a stranger"
    promise.control(len(PAYLOADS), len(ran))
